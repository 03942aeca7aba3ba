// Looks for pages in files of this site; nothing is asked for before somebody searches, and nobody is told.

const form = document.querySelector(".search");
const place = new URL(new URL(form.dataset.index, document.baseURI).pathname, location.href);
const site = new URL(new URL(form.dataset.site, document.baseURI).pathname, location.href);
const facets = [...form.querySelectorAll("select")];
const list = document.querySelector(".found");
const status = document.querySelector(".search__status");
const more = document.querySelector(".found__more");
const kept = new Map();
const STEP = 10;
let turn = 0;
let shown = STEP;

function get(name) {
  if (!kept.has(name)) {
    const answer = fetch(new URL(name, place)).then((found) => (found.ok ? found.json() : []));
    answer.catch(() => kept.delete(name));
    kept.set(name, answer);
  }
  return kept.get(name);
}

// The same as in Python, which made the index: plugins/event_recap/search/words.py.
const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ı: "i" };
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+/gu;
const SIGNS = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]/u;

export function fold(text) {
  const plain = text.normalize("NFKD").toLowerCase();
  return plain.replace(/[œæßøłđı]/gu, (letter) => LETTERS[letter]).replace(MARKS, "").normalize("NFC");
}

export function splitWords(text) {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((word) => {
    const letters = [...word];
    if (SIGNS.test(word)) {
      return Array.from({ length: Math.max(1, letters.length - 1) }, (_, at) => letters.slice(at, at + 2).join(""));
    }
    return letters.length > 1 && letters.length <= 40 ? [word] : [];
  });
}

function nameShard(word, letters) {
  const start = [...word].slice(0, letters);
  if (/^[\x00-\x7f]+$/.test(start.join(""))) return start.join("");
  return start.map((letter) => letter.codePointAt(0).toString(16)).join("-");
}

// A word fits best as it is, less as the beginning of a longer one, least where only the ending differs.
function fit(word, forms) {
  if (forms.includes(word)) return 1;
  if (forms.some((form) => form.startsWith(word))) return 0.6;
  const start = word.slice(0, Math.max(4, word.length - 2));
  const isNear = (form) => form.startsWith(start) && Math.abs(form.length - word.length) < 4;
  return word.length > 4 && forms.some(isNear) ? 0.3 : 0;
}

// Pages that have a word in any of its forms, each with what it counts.
async function findWord(word, { count, letters }) {
  const entries = await get(`words/${nameShard(word, letters)}.json`);
  const pages = new Map();
  for (const [forms, packed] of entries) {
    const rarity = fit(word, forms) * Math.log(1 + (2 * count) / packed.length);
    if (!rarity) continue;
    for (let at = 0, page = 0; at < packed.length; at += 2) {
      page += packed[at];
      pages.set(page, (pages.get(page) ?? 0) + packed[at + 1] * rarity);
    }
  }
  return pages;
}

async function findPages(text, index) {
  const words = [...new Set(splitWords(text))];
  if (!words.length) return [];
  const found = await Promise.all(words.map((word) => findWord(word, index)));
  const [first, ...others] = found.sort((a, b) => a.size - b.size);
  const pages = [...first].filter(([page]) => others.every((other) => other.has(page)));
  const count = ([page, own]) => others.reduce((sum, other) => sum + other.get(page), own);
  return pages.map((pair) => [pair[0], count(pair)]).sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([page]) => page);
}

const valuesOf = (of, page) => (Array.isArray(of[page]) ? of[page] : [of[page]]);

function has(index, select, page) {
  const [names, of] = index.facets[select.name];
  return !select.value || valuesOf(of, page).includes(names.indexOf(select.value));
}

// Each list offers what the pages have that the other lists leave.
function fillFacet(index, select, pages) {
  const [names, of] = index.facets[select.name];
  const chosen = select.value;
  const rest = pages.filter((page) => facets.every((other) => other === select || has(index, other, page)));
  const counts = new Map();
  for (const page of rest) for (const value of valuesOf(of, page)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const options = names.flatMap((name, value) => {
    if (!counts.has(value) && name !== chosen) return [];
    const words = form.dataset[name] ?? name;
    return [new Option(`${words} (${counts.get(value) ?? 0})`, name, false, name === chosen)];
  });
  select.replaceChildren(select.options[0], ...options);
  select.parentElement.hidden = options.length < 2 && !chosen;
}

async function showPage(index, page) {
  const [url, title, kind, when, lang, summary] = (await get(`pages/${Math.floor(page / index.chunk)}.json`))[page % index.chunk];
  const item = document.createElement("li");
  item.className = "found__page";
  const link = Object.assign(document.createElement("a"), { className: "found__title", textContent: title, lang });
  link.href = new URL(url, site).href;
  const about = document.createElement("p");
  about.className = "found__about";
  about.textContent = [form.dataset[kind], when].filter(Boolean).join(" · ");
  const text = Object.assign(document.createElement("p"), { className: "found__summary", textContent: summary, lang });
  item.append(link, about, ...(summary ? [text] : []));
  return item;
}

function noteAddress() {
  const address = new URL(location.href);
  for (const field of [form.elements.q, ...facets]) {
    if (field.value) address.searchParams.set(field.name, field.value);
    else address.searchParams.delete(field.name);
  }
  history.replaceState(null, "", address);
}

async function search() {
  const own = ++turn;
  const text = form.elements.q.value;
  noteAddress();
  if (!text.trim()) {
    list.replaceChildren();
    status.textContent = "";
    more.hidden = true;
    for (const select of facets) select.parentElement.hidden = true;
    return;
  }
  try {
    const index = await get("index.json");
    const pages = await findPages(text, index);
    const left = pages.filter((page) => facets.every((select) => has(index, select, page)));
    const items = await Promise.all(left.slice(0, shown).map((page) => showPage(index, page)));
    if (own !== turn) return;
    for (const select of facets) fillFacet(index, select, pages);
    list.replaceChildren(...items);
    status.textContent = left.length ? form.dataset.found.replace("{count}", left.length) : form.dataset.nothing;
    more.hidden = left.length <= shown;
  } catch {
    if (own === turn) status.textContent = form.dataset.failed;
  }
}

function searchAnew() {
  shown = STEP;
  search();
}

let pause;
form.hidden = false;
document.querySelector(".search__without").hidden = true;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  searchAnew();
});
form.elements.q.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(searchAnew, 200);
});
for (const select of facets) select.addEventListener("change", searchAnew);
more.addEventListener("click", async () => {
  const last = list.children.length;
  shown += STEP;
  await search();
  list.children[last]?.querySelector("a").focus();
});

const asked = new URLSearchParams(location.search);
form.elements.q.value = asked.get("q") ?? "";
for (const select of facets) {
  if (asked.get(select.name)) select.append(new Option(asked.get(select.name), asked.get(select.name), false, true));
}
if (form.elements.q.value) search();
