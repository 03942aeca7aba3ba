"""A site of any size, the same at every call: recaps, lists of people, categories, tags.

Every peer reads the same folder ``content``: Markdown with YAML front matter, and YAML lists.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

YAML, PELICAN, HUGO = "yaml", "pelican", "hugo"
CATEGORIES = 20
TAGS = 60
SERIES = 20
GUESTS = 20
"""People on each list."""
POOL = 3
"""People there are for each recap."""
FIRST_NAMES = (
    "Agathe", "Bruno", "Chloé", "Damien", "Elsa", "Farid", "Gaëlle", "Hugo", "Inès", "Joël", "Karim",
    "Léa", "Maël", "Nadia", "Omar", "Paule", "Quentin", "Rosa", "Simon", "Thaïs",
)  # fmt: skip
SYLLABLES = ("bel", "cor", "dan", "fer", "gal", "lan", "mar", "nor", "pel", "ras", "sol", "tri", "val", "ver")
WORDS = [
    "soirée",
    "lanterne",
    "visage",
    "café",
    "rencontre",
    "réseau",
    "ville",
    "table",
    "parole",
    "retour",
    "question",
    "sourire",
    "carte",
    "projet",
    "carnet",
    "lumière",
    "salle",
    "voix",
    "idée",
    "voisin",
    "atelier",
    "pont",
    "histoire",
    "chemin",
    "porte",
    "quartier",
    "échange",
    "hiver",
    "encore",
    "puis",
    "alors",
    "souvent",
    "autour",
    "ensemble",
    "pendant",
    "depuis",
    "jamais",
    "toujours",
    "presque",
    "longtemps",
]
FIRST_DAY = datetime(1995, 1, 1, 18, tzinfo=UTC)


def name_person(number: int) -> str:
    """Return the name of one of the pool: another for each number."""
    digits, rest = [], number // len(FIRST_NAMES)
    while True:
        digits.append(SYLLABLES[rest % len(SYLLABLES)])
        rest //= len(SYLLABLES)
        if not rest:
            return f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {''.join(digits).capitalize()}ier"


def write_corpus(content: Path, size: int, form: str = YAML) -> None:
    """Write a site of so many recaps, each with a list of people.

    Args:
        content: Folder to make.
        size: How many recaps.
        form: Whose front matter: ``yaml``, ``pelican`` (no lists in brackets) or ``hugo`` (``categories``).
    """
    for name in ("recaps", "attendees", "people"):
        (content / name).mkdir(parents=True)
    for number in range(size):
        write_recap(content, number, size, form)
        write_list(content, number, size)
    named = {guest for number in range(size) for guest in choose_guests(number, size)}
    for number in sorted(named):
        if number % 10 == 0:  # whoever has a file and is on no list would be told of at each build
            write_person(content, number)


def choose_guests(number: int, size: int) -> list[int]:
    """Return the numbers of the people on the list of one evening."""
    return random.Random(f"list {number}").sample(range(size * POOL), min(GUESTS, size * POOL))


def write_recap(content: Path, number: int, size: int, form: str = YAML, *, addition: str = "") -> None:
    """Write one recap, with words added that a later edit brought."""
    dice = random.Random(f"recap {number}")
    day = FIRST_DAY + timedelta(days=number + 1, minutes=number)
    paragraphs = [_write_paragraph(dice, number, size) for _ in range(dice.randint(6, 10))]
    paragraphs.insert(2, "## Ce qui reste")
    paragraphs.insert(4, "\n".join(f"- {_say(dice, 6)}" for _ in range(4)))
    paragraphs.append(f"Une note[^1] pour finir. {addition}\n\n[^1]: {_say(dice, 12)}")
    tags = ", ".join(f"mot{dice.randrange(TAGS)}" for _ in range(3))
    if form != PELICAN:
        tags = f"[{tags}]"
    key, category = "category", f"Rubrique {number % CATEGORIES}"
    if form == HUGO:
        key, category = "categories", f"[{category}]"
    text = (
        f"---\ntitle: Soirée {number} autour de la table\ndate: {day:%Y-%m-%dT%H:%M:%SZ}\nslug: soiree-{number}\n"
        f"event: soiree-{number}\n{key}: {category}\ntags: {tags}\nlang: fr\n---\n"
        + "\n\n".join(paragraphs)
        + "\n"
    )
    (content / "recaps" / f"soiree-{number}.md").write_text(text, encoding="utf-8")


def write_list(content: Path, number: int, size: int, *, note: str = "") -> None:
    """Write the list of one evening, with a note on the first guest that a later edit brought."""
    day = FIRST_DAY + timedelta(days=number)
    lines = [
        "event:",
        f"  name: Soirée {number}",
        f"  start: {day:%Y-%m-%d %H:%M}",
        f"  series: serie-{number % SERIES}",
        "  location: {name: Café du Pont, locality: Drummondville, country: CA}",
        "attendees:",
    ]
    for place, guest in enumerate(choose_guests(number, size)):
        lines.append(f"- {{id: p{guest}, name: {name_person(guest)}, org: Atelier {guest % 97}}}")
        if note and not place:
            lines[-1] = lines[-1][:-1] + f", note: {note}}}"
    (content / "attendees" / f"soiree-{number}.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_person(content: Path, number: int, *, job: str = "Artisan") -> None:
    """Write what lasts of one person."""
    text = f"name: {name_person(number)}\norg: Atelier {number % 97}\njob_title: {job}\n"
    (content / "people" / f"p{number}.yml").write_text(text, encoding="utf-8")


def _say(dice: random.Random, words: int) -> str:
    return " ".join(dice.choices(WORDS, k=words)).capitalize()


def _write_paragraph(dice: random.Random, number: int, size: int) -> str:
    sentences = [f"{_say(dice, dice.randint(8, 16))}." for _ in range(5)]
    sentences[1] = f"Un *mot* juste, et **deux** de plus, {sentences[1].lower()}"
    sentences[3] = f"[{_say(dice, 2)}](https://site.example/{dice.randrange(999)}) {sentences[3].lower()}"
    if dice.random() < 1 / 3 and size > 1:
        other = (number + 1) % size
        sentences.append(f"Voir aussi la soirée {other}.")
    return " ".join(sentences)
