"""A site about invented people, drawn by chance, and what may happen to it from one build to the next.

Every fact is one word that nobody else has, so that whoever finds it knows whose it is. Nothing of the
package is imported: what may stand where is written down anew in ``expected.py``.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

import yaml

LEVELS = ("hidden", "counted", "initials", "name-only", "public")
FIRST_DAY = date(2026, 3, 1)
CONSONANTS, VOWELS = "bdfgjklmnprstvz", "aeiou"


@dataclass
class Record:
    """What somebody agreed to, in a list or in their own file."""

    level: str | None
    consent: dict | None


@dataclass(eq=False)
class Person:
    """Somebody invented."""

    id: str
    given: str
    family: str
    handle: str
    mastodon: str
    host: str
    alias: str
    bio: str
    photo: str
    lasting: Record | None = None
    """In a file of their own, or None where there is no file."""

    @property
    def name(self):
        """Given name and family name."""
        return f"{self.given} {self.family}"


@dataclass(eq=False)
class Entry(Record):
    """Somebody in a list."""

    person: Person
    org: str
    note: str
    photo: str | None
    mentions: list[tuple[Person, int]] = field(default_factory=list)


@dataclass(eq=False)
class Event:
    """An evening with a list."""

    id: str
    status: str = "held"
    entries: list[Entry] = field(default_factory=list)
    organizers: list[Person] = field(default_factory=list)
    mentions: list[tuple[Person, int]] = field(default_factory=list)


@dataclass(eq=False)
class Recap:
    """A text about an evening."""

    slug: str
    event: Event
    title: str
    author: str
    category: str
    tag: str
    mentions: list[tuple[Person, int]]
    is_draft: bool = False


class InventedSite:
    """The site of one seed; ``change`` does one thing to it."""

    def __init__(self, seed):
        """Draw people, evenings and texts."""
        self.draw = random.Random(seed)
        self.words = set()
        self.today = FIRST_DAY
        self.is_strict = self.draw.random() < 0.2
        self.default = self.draw.choice(["public", "public", "counted", "name-only"])
        self.people = [self.invent_person() for _ in range(5)]
        self.events = [Event(self.word("ev")) for _ in range(2)]
        for event in self.events:
            event.entries = [self.invent_entry(one) for one in self.draw.sample(self.people, 4)]
            event.organizers = [self.draw.choice(event.entries).person]
            event.mentions = [self.pick_mention()]
        self.recaps = [self.invent_recap(event) for event in (*self.events, self.events[0])]

    def word(self, start="q"):
        """Return a word that was not there before."""
        while True:
            word = start + "".join(self.draw.choice(CONSONANTS) + self.draw.choice(VOWELS) for _ in range(4))
            if word not in self.words:
                self.words.add(word)
                return word

    def invent_person(self):
        """Return somebody nobody knows yet; some have an accent, a hyphen, an underscore, a file."""
        given, family = self.word().title(), self.word().title()
        if self.draw.random() < 0.3:
            family = f"{family.replace('e', 'é')}-{self.word().title()}"
        person = Person(
            self.word("i"), given, family, *(self.word(one) for one in ("h_", "m", "u", "a", "b", "p"))
        )
        if self.draw.random() < 0.5:
            person.lasting = self.invent_record()
        return person

    def invent_record(self):
        """Return a level, or none, and a consent, or none."""
        return Record(self.draw.choice([None, None, *LEVELS]), self.invent_consent())

    def invent_consent(self):
        """Return a record of consent, perhaps one that ends soon, or says no to something."""
        if self.draw.random() < (0.1 if self.is_strict else 0.6):
            return None
        consent = {"given": "2025-01-01", "method": "email"}
        if self.draw.random() < 0.4:
            consent["until"] = (FIRST_DAY + timedelta(self.draw.choice([-9, 5, 400]))).isoformat()
        return consent | {
            key: self.draw.random() < 0.5 for key in ("photo", "index", "graph") if self.draw.random() < 0.3
        }

    def invent_entry(self, person):
        """Return what a list says of somebody."""
        record = self.invent_record()
        photo = self.word("f") if self.draw.random() < 0.5 else None
        entry = Entry(record.level, record.consent, person, self.word("o"), self.word("n"), photo)
        entry.mentions = [self.pick_mention()]
        return entry

    def invent_recap(self, event):
        """Return a text about an evening."""
        mentions = [self.pick_mention() for _ in range(3)]
        words = (self.word("t"), self.word("w"), self.word("c"), self.word("g"))
        return Recap(self.word("s"), event, *words, mentions, is_draft=self.draw.random() < 0.3)

    def pick_mention(self):
        """Return somebody, and one of four ways to mention them."""
        return self.draw.choice(self.people), self.draw.randrange(4)

    def write_mentions(self, mentions, event, may_mention):
        """Return what an author types to mention people in what is said of an evening."""
        kinds = ("@{0.handle}", "[[{0.name}]]", "@{0.id}", "[[{0.id}|cette personne]]")
        known = [(one, kind) for one, kind in mentions if may_mention(self, one, event)]
        return " et ".join(kinds[kind].format(one) for one, kind in known) or "du monde"

    # What may happen

    def change(self):
        """Do one thing, and return what it was; people who were forgotten are never typed again."""
        return self.draw.choice(CHANGES)(self)

    def change_level(self):
        """Somebody, in a list or in their file, is shown more or less than before."""
        record = self.pick_record()
        record.level = self.draw.choice([None, *LEVELS])
        return "level"

    def change_consent(self):
        """Somebody agrees, agrees otherwise, or takes it back."""
        self.pick_record().consent = self.invent_consent()
        return "consent"

    def pass_time(self):
        """Some consents end by the clock."""
        self.today += timedelta(self.draw.choice([6, 30, 1200]))
        return "clock"

    def rename(self):
        """Somebody has another name from now on."""
        person = self.draw.choice(self.people)
        person.given, person.family = self.word().title(), self.word().title()
        return "rename"

    def change_list(self):
        """Somebody was there after all, or was not."""
        event = self.draw.choice(self.events)
        missing = [one for one in self.people if one not in [entry.person for entry in event.entries]]
        if missing and self.draw.random() < 0.5:
            event.entries.append(self.invent_entry(self.draw.choice(missing)))
        elif len(event.entries) > 1:
            event.entries.remove(self.draw.choice(event.entries))
        return "list"

    def change_file(self):
        """Somebody gets a file, or loses it."""
        person = self.draw.choice(self.people)
        person.lasting = None if person.lasting else self.invent_record()
        return "file"

    def change_picture(self):
        """Somebody has another photo, or none."""
        entry = self.draw.choice(self.draw.choice(self.events).entries)
        entry.photo = None if entry.photo else self.word("f")
        return "picture"

    def change_recap(self):
        """A text becomes a draft or is published; it has another author, category, tag, title, or other people."""
        recap = self.draw.choice(self.recaps)
        recap.is_draft = self.draw.random() < 0.3
        recap.author, recap.title, recap.category, recap.tag = (self.word(one) for one in "wtcg")
        recap.mentions = [self.pick_mention() for _ in range(3)]
        return "recap"

    def change_event(self):
        """An evening is cancelled or not, and others organised it."""
        event = self.draw.choice(self.events)
        event.status = self.draw.choice(["held", "cancelled", "postponed", "scheduled"])
        event.organizers = [self.draw.choice(event.entries).person for _ in range(2)]
        return "event"

    def pick_record(self):
        """Return an entry of a list, or what a file says."""
        lasting = [person.lasting for person in self.people if person.lasting]
        return self.draw.choice([*(entry for event in self.events for entry in event.entries), *lasting])

    def drop(self, person):
        """Take somebody out of every list, file and text, as ``forget`` does."""
        self.people.remove(person)
        for event in self.events:
            event.entries = [one for one in event.entries if one.person is not person]
            event.organizers = [one for one in event.organizers if one is not person]
        self.unmention(person)

    def unmention(self, person):
        """Take somebody out of every text."""
        entries = (entry for event in self.events for entry in event.entries)
        for one in (*self.recaps, *self.events, *entries):
            one.mentions = [mention for mention in one.mentions if mention[0] is not person]

    # What an author has in the folder

    def write(self, may_mention):
        """Return every file of the content folder, by its path; a picture is None.

        ``may_mention`` tells whether the site, a person and an evening make a mention that is no mistake.
        """
        files = {f"people/{one.id}.yml": dump(write_person(one)) for one in self.people if one.lasting}
        files |= {
            f"attendees/{event.id}.yml": dump(self.write_event(event, may_mention)) for event in self.events
        }
        files |= {f"recaps/{recap.slug}.md": self.write_recap(recap, may_mention) for recap in self.recaps}
        for recap in self.recaps:
            files |= self.write_answers(recap, may_mention)
        photos = [one.photo for one in self.people if one.lasting]
        photos += [entry.photo for event in self.events for entry in event.entries if entry.photo]
        return files | {f"images/{photo}.png": None for photo in (*photos, "salle")}

    def write_recap(self, recap, may_mention):
        """Return a text with its front matter."""
        front = {
            "title": f"Soir {recap.title}",
            "slug": recap.slug,
            "date": "2025-07-01",
            "event": recap.event.id,
        }
        front |= {"authors": [recap.author], "category": recap.category, "tags": [recap.tag]}
        front |= {"status": "draft"} if recap.is_draft else {}
        front |= {"toc": True}
        people = self.write_mentions(recap.mentions, recap.event, may_mention)
        front |= {"summary": f"Un soir, {people} y étaient.", "guests": [{"name": "Lise", "org": people}]}
        front |= {"share": {"text": f"Vu {people}.", "texts": {"mastodon": f"Oui, {people}."}}}
        front |= {"cover": {"src": "images/salle.png", **write_words(people)}}
        posts = "".join(f"[post {one.host}]\n\n" for one in self.find_known(recap))
        text = f"Nous avons vu {people}, hier.[^1]\n\n{posts}"
        text += (
            f"[Le mot de {people}](https://mot.example/) ![Avec {people}]({{static}}/images/salle.png)\n\n"
        )
        text += f"| {people.replace('|', '&#124;')} | là |\n|---|---|\n| oui | non |\n\n"
        text += f"<details><summary>Et {people}</summary>Ici.</details>\n\n"
        text += f"## Avec {people}\n\n[quote]\n{people} ont ri.\n\n### {people}\n\nOui.\n\n## Fin\n\n"
        text += (
            f'<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ" title="Film : {people}"></iframe>\n\n'
        )
        return f"---\n{dump(front)}---\n{text}[^1]: Et {people}.\n"

    def find_known(self, recap):
        """Return whoever a text mentions and a list or a file knows, each once."""
        listed = {entry.person for event in self.events for entry in event.entries}
        return list(dict.fromkeys(one for one, _ in recap.mentions if one in listed or one.lasting))

    def write_answers(self, recap, may_mention):
        """Return the comments on a text and the posts in it, of the people whom it mentions, by file."""
        others = self.write_mentions(recap.mentions, recap.event, may_mention)
        files, ways = {}, dict(recap.mentions)
        for number, person in enumerate(self.find_known(recap)):
            site = f"https://{person.host}.example/"
            authors = (
                {"name": person.name},
                {"person": person.id},
                {"name": "Une voix", "url": site},
                {"name": "Une voix", "profiles": {"x": person.handle}},
            )
            answer = {"author": authors[ways[person]]}
            answer |= {"date": f"2025-07-0{number + 2}", "kind": ("reply", "reply", "like")[number % 3]}
            answer |= {"text": f"Oui, avec {others}.", "source": f"{site}note"}
            files[f"comments/{recap.slug}/{person.host}.yml"] = dump(answer)
            post = {"author": {"person": person.id, "handle": person.handle}, "network": "x"}
            post |= {"text": "Vu de près.", "url": f"https://x.com/{person.handle}/status/{number}"}
            files[f"quoted-posts/{person.host}.yml"] = dump(post)
        return files

    def write_event(self, event, may_mention):
        """Return what a list says."""
        others = self.write_mentions(event.mentions, event, may_mention)
        facts = {
            "name": f"{event.id.title()} avec {others}",
            "start": "2025-06-30 18:00",
            "status": event.status,
            "series": "soirs",
            "location": f"Chez {others}",
            "coverage": [{"type": "photos", "title": f"Album de {others}", "url": "https://a.example/"}],
            "cover": {"src": "images/salle.png", **write_words(others)},
        }
        there = {entry.person for entry in event.entries}
        organizers = [one.id for one in dict.fromkeys(event.organizers) if one in there]
        entries = [
            write_entry(entry, self.write_mentions(entry.mentions, event, may_mention))
            for entry in event.entries
        ]
        return {"event": facts | {"organizers": organizers}, "attendees": entries}


CHANGES = (
    InventedSite.change_level,
    InventedSite.change_level,
    InventedSite.change_consent,
    InventedSite.pass_time,
    InventedSite.rename,
    InventedSite.change_list,
    InventedSite.change_file,
    InventedSite.change_picture,
    InventedSite.change_recap,
    InventedSite.change_event,
)


def dump(values):
    """Return YAML as an author types it: in the order given, letters as letters."""
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=9999)


def write_record(record):
    """Return a level and a consent as they are typed, where there are any."""
    typed = {"visibility": record.level, "consent": record.consent}
    return {key: value for key, value in typed.items() if value}


def write_words(people):
    """Return what stands for a picture and beside it."""
    return {"alt": f"Rires de {people}", "caption": f"Pris par {people}", "credit": f"Photo : {people}"}


def write_person(person):
    """Return what a person's file says."""
    profiles = {"x": person.handle, "mastodon": f"@{person.mastodon}@social.example"}
    return {
        "name": person.name,
        "bio": f"Sait {person.bio} bien faire les choses, depuis toujours.",
        "url": f"https://{person.host}.example/",
        "profiles": profiles,
        "photo": {"src": f"images/{person.photo}.png", "alt": f"{person.name} rit"},
        "aliases": [person.alias],
        **write_record(person.lasting),
    }


def write_entry(entry, others):
    """Return what a list says of one person."""
    person = entry.person
    typed = {"id": person.id, "name": person.name, "org": entry.org, "job_title": f"Près de {others}"}
    typed["note"] = f"A dit {entry.note} pendant la soirée, avec {others} aussi."
    if not person.lasting:
        typed |= {"profiles": {"x": person.handle}, "url": f"https://{person.host}.example/"}
    if entry.photo:
        typed["photo"] = {"src": f"images/{entry.photo}.png", "alt": f"{person.name} ici, avec {others}"}
    return typed | write_record(entry)
