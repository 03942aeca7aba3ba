// Added by the development server to the pages it shows; never part of the site.
// Reloads the page when a build succeeds, and lays the problems over it when a build fails.
(() => {
  const version = new URL(document.currentScript.src).searchParams.get("version");
  let source = null;
  let overlay = null;

  function hide() {
    if (overlay) overlay.remove();
    overlay = null;
  }

  function show(problems) {
    hide();
    overlay = document.createElement("div");
    overlay.setAttribute("role", "alert");
    overlay.setAttribute("data-devserver", "problems");
    // Through the object model: a Content-Security-Policy that forbids inline styles allows this.
    overlay.style.cssText =
      "position:fixed;inset:0;z-index:2147483647;overflow:auto;padding:2rem;" +
      "background:rgba(24,8,8,.95);color:#fff;font:1rem/1.6 ui-monospace,monospace;text-align:start";
    const title = document.createElement("p");
    title.style.cssText = "margin:0 0 1rem;font-weight:bold;color:#ffb4a8";
    title.textContent = "The build failed; the page below is the last good one. Esc hides this.";
    const lines = document.createElement("pre");
    lines.style.cssText =
      "margin:0;padding:0;border:0;white-space:pre-wrap;overflow-wrap:anywhere;" +
      "background:none;color:inherit;font:inherit";
    lines.textContent = problems.join("\n"); // as text: markup in a message stays what it is
    overlay.append(title, lines);
    document.body.append(overlay);
  }

  function receive(message) {
    const status = JSON.parse(message.data);
    if (status.problems.length) show(status.problems);
    else if (status.version !== version) location.reload();
    else hide();
  }

  // A hidden tab lets its connection go: a browser keeps only six to one server.
  function connect() {
    if (document.hidden) {
      if (source) source.close();
      source = null;
    } else if (!source) {
      source = new EventSource("/-/devserver/events");
      source.onmessage = receive;
    }
  }

  document.addEventListener("visibilitychange", connect);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  // Page kept in memory by the browser while another one was shown: start afresh on return.
  window.addEventListener("pagehide", () => {
    if (source) source.close();
    source = null;
  });
  window.addEventListener("pageshow", connect);
  connect();
})();
