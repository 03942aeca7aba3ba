// What a script adds to a page that is whole without it: a choice of appearance, copy, native share.

const APPEARANCES = ["auto", "light", "dark"];

function showAppearance(button) {
  const chosen = document.documentElement.dataset.theme ?? "auto";
  button.querySelector(".appearance__name").textContent = button.dataset[chosen];
  button.title = button.dataset[chosen];
}

function changeAppearance(button) {
  const root = document.documentElement;
  const chosen = APPEARANCES[(APPEARANCES.indexOf(root.dataset.theme ?? "auto") + 1) % APPEARANCES.length];
  if (chosen === "auto") delete root.dataset.theme;
  else root.dataset.theme = chosen;
  try {
    localStorage.setItem("appearance", chosen);
  } catch {
    // The choice then holds for this page only.
  }
  showAppearance(button);
  const status = button.parentElement.querySelector(".appearance__status");
  if (status) status.textContent = button.title;
}

for (const button of document.querySelectorAll(".appearance")) {
  button.hidden = false;
  showAppearance(button);
  button.addEventListener("click", () => changeAppearance(button));
}

function addAction(selector, act) {
  for (const button of document.querySelectorAll(selector)) {
    button.parentElement.hidden = false;
    button.addEventListener("click", () => act(button));
  }
}

async function copyLink(button) {
  const address = new URL(button.dataset.copy, document.baseURI).href;
  const status = button.closest("section").querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = button.dataset.done;
  } catch {
    status.textContent = address; // The browser refused: to be copied by hand.
  }
}

async function shareLink(button) {
  try {
    await navigator.share({ title: button.dataset.share, url: location.href });
  } catch {
    // The reader closed the dialogue.
  }
}

if (navigator.clipboard) addAction("[data-copy]", copyLink);
if (navigator.share) addAction("[data-share]", shareLink);

// Escape closes the card of a mention that the pointer or the focus is on (WCAG 1.4.13).
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const mention of document.querySelectorAll(".mention:hover, .mention:focus-within")) {
    const open = () => mention.classList.remove("mention--closed");
    mention.classList.add("mention--closed");
    for (const end of ["pointerleave", "focusout"]) mention.addEventListener(end, open, { once: true });
  }
});

// In the large view of a gallery, which opens without a script: Escape closes it, the arrows lead on.
const WAYS = { Escape: "close", ArrowLeft: "previous", ArrowRight: "next" };
addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || !(event.key in WAYS)) return;
  document.querySelector(`.large:target .large__way--${WAYS[event.key]}`)?.click();
});
