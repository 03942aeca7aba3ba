// Takes a text to the reader's own server of Mastodon. It comes behind the # of the address, which no server is
// told; the name of the server stays in this browser.

const KEY = "mastodon-server";
const form = document.querySelector(".mastodon");
const forget = form.querySelector(".mastodon__forget");
const { text, server } = form.elements;

function remember(host) {
  try {
    if (host === undefined) return localStorage.getItem(KEY) ?? "";
    if (host) localStorage.setItem(KEY, host);
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is forbidden: the reader types it again the next time.
  }
  return host ?? "";
}

// Of "social.example", "@anne@social.example" or "https://social.example/@anne" the name of the server.
function findHost(typed) {
  const name = typed.trim().replace(/^https?:\/\//i, "").split("/")[0].split("@").pop();
  try {
    const { host } = new URL(`https://${name}`);
    return /^[a-z\d-]+(\.[a-z\d-]+)+(:\d+)?$/.test(host) ? host : "";
  } catch {
    return "";
  }
}

function show() {
  text.value = new URLSearchParams(location.hash.slice(1)).get("text") ?? "";
  server.value = remember();
  forget.hidden = !server.value;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const host = findHost(server.value);
  server.setCustomValidity(host ? "" : form.dataset.wrong);
  if (!form.reportValidity()) return;
  remember(host);
  location.assign(`https://${host}/share?text=${encodeURIComponent(text.value)}`);
});
server.addEventListener("input", () => server.setCustomValidity(""));
forget.addEventListener("click", () => {
  remember("");
  server.value = "";
  forget.hidden = true;
  server.focus();
});
addEventListener("hashchange", show);
form.hidden = false;
show();
