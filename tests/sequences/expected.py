"""What may stand where on a site, told from the table of levels in the documentation, and from nothing else."""

from __future__ import annotations

import base64
import html
import re
import unicodedata
from datetime import date
from urllib.parse import unquote

from invented_site import LEVELS

NAME_ONLY, PUBLIC = LEVELS.index("name-only"), LEVELS.index("public")
NAMELESS = re.compile(r".*\.(?:ics|vcf|opml)|(?:.*/)?network/.*|images/.*")
"""Files in which a name stands only of somebody who is public."""
LISTS = r"search/.*\.json|published\.txt"
"""Files in which nobody stands who is not public, or who asked search engines to stay away."""


def judge_level(site, *records):
    """Return the level of somebody as a number: the lowest that is typed, and what consent leaves of it."""
    records = [one for one in records if one]
    typed = [LEVELS.index(one.level) for one in records if one.level]
    fallback = 0 if site.is_strict else LEVELS.index(site.default)
    level = min(typed, default=fallback)
    consents = [one.consent for one in records if one.consent]
    for consent in consents:
        end = date.fromisoformat(consent.get("until", "9999-12-31"))
        if site.is_strict and "until" not in consent:
            end = date(2028, 1, 1)  # three years after all of them were given
        if end < site.today:
            level = min(level, 0 if site.is_strict else 1)
    if site.is_strict and not consents:
        level = min(level, 1)
    return level


def judge_levels(site, person, entries):
    """Return the level of somebody in each entry, and the highest; of whom no list names, what the own file says."""
    levels = [judge_level(site, entry, person.lasting) for _, entry in entries]
    return levels, max(levels, default=judge_level(site, person.lasting) if person.lasting else 0)


def allows(key, *records):
    """Tell whether no record says no to something."""
    return all(one.consent.get(key, True) for one in records if one and one.consent)


def allows_photo(site, *records):
    """Tell the same of photos, which a strict site shows only where somebody said yes."""
    said = [one.consent["photo"] for one in records if one and one.consent and "photo" in one.consent]
    return all(said) and (bool(said) or not site.is_strict)


def may_mention(site, person, event):
    """Tell whether a mention of somebody in what is said of an evening is no mistake."""
    entries = [(one, entry) for one in site.events for entry in one.entries if entry.person is person]
    there = [judge_level(site, entry, person.lasting) for one, entry in entries if one is event]
    levels = there or [judge_level(site, entry, person.lasting) for _, entry in entries]
    if not levels and person.lasting:
        levels = [judge_level(site, person.lasting)]
    return max(levels, default=0) >= (PUBLIC if site.is_strict else 1)


def list_allowed(site):
    """Return, for every word that may stand, a pattern of the files in which it may."""
    allowed = {}
    for person in site.people:
        entries = [(event, one) for event in site.events for one in event.entries if one.person is person]
        levels, best = judge_levels(site, person, entries)
        if best >= NAME_ONLY:
            names = [*re.findall(r"[^\W_]+", person.name)]
            allowed |= dict.fromkeys(names, ".*" if best == PUBLIC else f"(?!{NAMELESS.pattern}).*")
        if best == PUBLIC:
            words = (person.id, person.handle, person.mastodon, person.host, person.bio)
            allowed |= dict.fromkeys(words, ".*")
        for (_, entry), level in zip(entries, levels, strict=True):
            if level == PUBLIC:
                allowed |= dict.fromkeys((entry.org, entry.note), ".*")
                if allows_photo(site, entry, person.lasting):
                    allowed |= dict.fromkeys(filter(None, (entry.photo, person.photo)), ".*")
    for recap in site.recaps:
        allowed |= dict.fromkeys((recap.title, recap.slug), r"drafts/.*" if recap.is_draft else ".*")
        allowed |= dict.fromkeys((recap.author, recap.category, recap.tag), ".*")
    return allowed | {event.id: ".*" for event in site.events}


def list_forbidden(site):
    """Yield words, and a pattern of files in which they may not stand although they may elsewhere."""
    for person in site.people:
        entries = [(event, one) for event in site.events for one in event.entries if one.person is person]
        records = [*(one for _, one in entries), person.lasting]
        words = (*re.findall(r"[^\W_]+", person.name), person.id, person.handle)
        for event, entry in entries:
            if judge_level(site, entry, person.lasting) < NAME_ONLY:
                yield words, rf"events/{event.id}(?:/index\.html|\.ics|\.vcf)|feeds/events/{event.id}.*"
        if not allows("graph", *records):
            yield words, rf"(?:.*/)?network/.*|people/{person.id}/.+/.*|people/.*/{person.id}/.*"
        if not allows("index", *records):
            yield words, rf"sitemap.*|feeds/people/{person.id}.*|{LISTS}"
        if judge_levels(site, person, entries)[1] < PUBLIC:
            yield words, LISTS


def list_of_two(site, one, other):
    """Return what may stand of two people whom a merge made one: at most what could of either."""
    names, words = [re.findall(r"[^\W_]+", person.name) for person in (one, other)], list_allowed(site)
    facts = [word for person in (one, other) for word in list_facts(site, person)]
    if any(person.id in words for person in (one, other)):
        return dict.fromkeys([*names[0], *names[1], *facts], ".*")
    return dict.fromkeys([*names[0], *names[1]], ".*") if any(name[0] in words for name in names) else {}


def list_facts(site, person):
    """Return every word of somebody but the name."""
    entries = [one for event in site.events for one in event.entries if one.person is person]
    own = [person.id, person.handle, person.mastodon, person.host, person.alias, person.bio, person.photo]
    return [*own, *(word for one in entries for word in (one.org, one.note, one.photo) if word)]


def find_faults(site, output, merged=()):
    """Return each word that stands where it may not: word and file, sorted; of two who are one now, at most."""
    allowed = {fold(word): pattern for word, pattern in list_allowed(site).items()}
    more = [(map(fold, words), pattern) for words, pattern in list_forbidden(site)]
    forbidden = [(word, pattern) for words, pattern in more for word in words]
    if merged:
        of_two = {fold(word): pattern for word, pattern in list_of_two(site, *merged).items()}
        own = {
            fold(word)
            for one in merged
            for word in (*list_facts(site, one), *one.name.replace("-", " ").split())
        }
        allowed = {word: pattern for word, pattern in allowed.items() if word not in own} | of_two
        forbidden = [(word, pattern) for word, pattern in forbidden if word not in own]
    faults = set()
    for path in sorted(one for one in output.rglob("*") if one.is_file()):
        name = path.relative_to(output).as_posix()
        text = fold(name) + read(path.read_bytes())
        standing = {word for word in map(fold, site.words) if word in text}
        faults |= {(word, name) for word in standing if not re.fullmatch(allowed.get(word, "(?!)"), name)}
        faults |= {
            (word, name) for word, pattern in forbidden if word in standing and re.fullmatch(pattern, name)
        }
    return sorted(faults)


def read(data):
    """Return what bytes may say, in every form that a site has, folded."""
    text = data.decode("utf-8", "ignore")
    forms = [
        text,
        html.unescape(html.unescape(text)),
        unquote(html.unescape(text)),
        re.sub(r"\r?\n[ \t]", "", text),
    ]
    forms += [
        re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text),
        re.sub(r"<[^>]+>", "", text),
    ]
    forms += [
        base64.b64decode(found + "==").decode("latin-1") for found in re.findall(r"base64,([\w+/]{8,})", text)
    ]
    return " ".join(map(fold, forms))


def fold(text):
    """Return a text without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
