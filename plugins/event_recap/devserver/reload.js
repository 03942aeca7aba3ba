// Added by the development server to the pages it shows; never part of the site.
// Reloads the page when there is a newer one, marks drafts and previews, and lays problems over the page.
(() => {
  const words = "WORDS"; // put there by the server
  const asked = new URL(document.currentScript.src).searchParams;
  const version = asked.get("version");
  const marks = asked.getAll("mark");
  let source = null;
  let overlay = null;
  let bar = null;

  function hide() {
    if (overlay) overlay.remove();
    overlay = null;
  }

  // Styles through the object model: a Content-Security-Policy that forbids inline styles allows this.
  function add(name, role, style) {
    const box = document.createElement("div");
    box.setAttribute("role", role);
    box.setAttribute("data-devserver", name);
    box.style.cssText = style;
    document.body.append(box);
    return box;
  }

  function show(problems) {
    hide();
    overlay = add(
      "problems",
      "alert",
      "position:fixed;inset:0;z-index:2147483647;overflow:auto;padding:2rem;" +
        "background:rgba(24,8,8,.95);color:#fff;font:1rem/1.6 ui-monospace,monospace;text-align:start",
    );
    const title = document.createElement("p");
    title.style.cssText = "margin:0 0 1rem;font-weight:bold;color:#ffb4a8";
    title.textContent = words.failed;
    const lines = document.createElement("pre");
    lines.style.cssText =
      "margin:0;padding:0;border:0;white-space:pre-wrap;overflow-wrap:anywhere;" +
      "background:none;color:inherit;font:inherit";
    lines.textContent = problems.join("\n"); // as text: markup in a message stays what it is
    overlay.append(title, lines);
  }

  // A quiet line at the foot of the window; a draft is marked for as long as it is one.
  function mark(isBuilding) {
    const isPreview = marks.includes("preview");
    const said = [];
    if (marks.includes("draft")) said.push(words.draft);
    if (isPreview) said.push(words.preview);
    else if (isBuilding) said.push(words.building);
    if (bar) bar.remove();
    bar = null;
    if (!said.length) return;
    bar = add(
      "marks",
      "status",
      "position:fixed;inset-inline-start:0;inset-block-end:0;z-index:2147483646;max-inline-size:100%;" +
        "margin:0;padding:.4rem .8rem;border-start-end-radius:.4rem;pointer-events:none;" +
        "font:.85rem/1.4 system-ui,sans-serif;color:#fff;background:" +
        (marks.includes("draft") ? "#8a3b00" : "#333"),
    );
    bar.textContent = said.join(" · ");
  }

  function receive(message) {
    const status = JSON.parse(message.data);
    mark(status.is_building);
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
  mark(false);
  connect();
})();
