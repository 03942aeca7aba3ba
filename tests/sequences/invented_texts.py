"""Texts with something of all that Markdown and this package read, drawn by chance, and what may happen to them."""

from __future__ import annotations

import io
import random

from PIL import Image

PIECES = (
    "Une phrase *juste*, et **deux** de plus.",
    "Avec @anne-roy, [[Bruno Lune]] et @personne.",
    "## Ce qui reste\n\n### Encore\n\nUn mot.",
    "# Un grand titre\n\nSuivi de peu.",
    "- un\n- deux\n    - trois\n\n1. quatre\n2. cinq",
    "Une note[^1] pour finir.\n\n[^1]: La *note*, avec @anne-roy.",
    'Voir [ici](https://a.example/x?y=1&z=2 "titre"), [là][b] et <https://c.example/>.\n\n[b]: https://b.example/',
    "[quote]\nUne phrase qui se cite.",
    "| a | b |\n|:-:|--:|\n| 1 | 2 |",
    "```python\nprint('<b>', \"@anne-roy\")\n```",
    "Du `code`, une \\* étoile, R&amp;D, 1 < 2 et a_b_c.  \nUne ligne.",
    '<div align="center"><strike>HTML</strike> <img src="https://d.example/a.jpg"></div>',
    "<script>alert(1)</script>\n\nUn [saut](javascript:alert(1)).",
    "![Une lanterne]({static}/images/a.png)",
    "[attendees]",
    "Terme\n:   Sa définition.\n\n> Une citation, L’été.",
)
FILM = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
COVERS = ({}, {"cover": "images/a.png"}, {"cover": "images/b.png"})
HEADS = (
    ("tags", "a, b"),
    ("summary", "Un *résumé* avec @anne-roy."),
    ("event", "soiree"),
    ("lang", "en"),
    ("authors", "[Marie, Luc]"),
    ("twitter_note", "une clé d’ailleurs"),
    ("toc", "true"),
)
LIST = "event: {name: Soirée, start: 2010-02-02 18:00}\nattendees:\n- Anne Roy\n- Bruno Lune\n- Chloé Vent\n"
STILL = "images/videos/youtube-dQw4w9WgXcQ.jpg"


class InventedTexts:
    """The files of a small site, below its content folder."""

    def __init__(self, seed):
        """Begin with five texts."""
        self.draw = random.Random(seed)
        self.files = {"attendees/soiree.yml": LIST}
        self.files |= {f"images/{name}.png": self.paint() for name in "ab"}
        for _ in range(5):
            self.add()

    def add(self):
        """Write one text more."""
        name = f"{self.draw.choice('abcdefgh')}{self.draw.randrange(1000)}"
        self.files[f"recaps/{name}.md"] = self.write(name)

    def write(self, name):
        """Return a text."""
        head = dict(self.draw.sample(HEADS, 3)) | self.draw.choice(COVERS)
        lines = [f"title: Le {name} & co", "date: 2010-02-03", "category: Soirées"]
        lines += [f"{key}: {said}" for key, said in head.items()]
        pieces = self.draw.sample(PIECES, 5)
        body = "\n\n".join([*pieces, FILM] if self.draw.random() < 0.5 else pieces)
        return "\n".join(("---", *lines, "---", body, ""))

    def paint(self):
        """Return a picture of some size."""
        stream = io.BytesIO()
        Image.new("RGB", (self.draw.randint(2, 9), 2), "orange").save(stream, "PNG")
        return stream.getvalue()

    def change(self):
        """Let something happen, and return it in a word."""
        texts = (self.edit, self.rename, self.delete, self.add)
        happen = self.draw.choice((*texts, self.repaint, self.repaint, self.film, self.film))
        happen()
        return happen.__name__

    def pick(self):
        """Return the name of one text."""
        return self.draw.choice([name for name in self.files if name.endswith(".md")])

    def edit(self):
        """Write a text anew."""
        self.files[self.pick()] = self.write(f"{self.draw.randrange(1000)}")

    def rename(self):
        """Give the file of a text another name."""
        self.files[f"recaps/z{self.draw.randrange(1000)}.md"] = self.files.pop(self.pick())

    def delete(self):
        """Take a text away, unless it is the last."""
        if sum(name.endswith(".md") for name in self.files) > 1:
            del self.files[self.pick()]

    def repaint(self):
        """Change a picture that texts name, or take it away or put it back."""
        if "images/b.png" in self.files and self.draw.random() < 0.5:
            del self.files["images/b.png"]
        else:
            self.files["images/b.png"] = self.paint()

    def film(self):
        """Put the picture of a film there, or take it away."""
        if self.files.pop(STILL, None) is None:
            stream = io.BytesIO()
            Image.new("RGB", (4, 2), "navy").save(stream, "JPEG")
            self.files[STILL] = stream.getvalue()
