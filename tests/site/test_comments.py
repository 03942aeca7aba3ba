"""Comments on a whole site: files become a conversation, as far as those who wrote may be shown."""

import json

import pytest

LIST = """\
event: {name: Soir, start: 2026-02-02 18:00}
attendees:
  - {id: anne-roy, name: Anne Roy, profiles: {x: anner}}
  - {id: lea-nom, name: Léa Nomseule, visibility: name-only}
  - {id: ida-ini, name: Ida Initiale, visibility: initials, url: "https://ida.example"}
  - {id: carl-cpt, name: Carl Comptable, visibility: counted, profiles: {x: carlcptx}}
  - {id: hugo-hid, name: Hugo Caché, visibility: hidden, url: "https://cache.example/moi"}
"""
RECAP = """\
---
title: Un soir « là »
slug: soir
date: 2026-02-03
lang: fr
event: soir
syndication: [https://x.com/lanterne/status/42, https://social.example/@lanterne/99]
---
Texte.
"""
HOSTILE = """\
author: {name: Anne Roy, url: "https://x.com/anner"}
date: 2026-02-04 10:00
text: |
  Merci **beaucoup**, @anner et [[Carl Comptable]].

  <img src="https://evil.example/x.png" onerror="x()"><script>x()</script> [lien](javascript:x())
"""
COMMENTS = {
    "a.yml": HOSTILE,
    "b.yml": 'author: {name: Ida Initiale, url: "https://ida.example/"}\ndate: 2026-02-05\ntext: En effet.\nin_reply_to: a\n',
    "c.yml": "author: Carl Comptable\ndate: 2026-02-06\ntext: Le secret du compte.\n",
    "d.yml": 'author: {name: Zed Autre, url: "https://zed.example"}\ndate: 2026-02-05\nkind: like\n',
    "e.yml": "author: Yan Dehors\ndate: 2026-02-05\ntext: Non lu encore.\nstatus: pending\n",
    "f.yml": 'author: {name: Un inconnu, url: "https://cache.example/moi/"}\ndate: 2026-02-07\ntext: Masque.\n',
    "g.yml": "author: Bob Loin\ndate: 2026-02-03 12:00\ntext: First!\nlang: en\nkind: mention\nsource: https://loin.example/note\n",
    "h.yml": "author: Xu Rejet\ndate: 2026-02-08\ntext: Achetez.\nstatus: rejected\n",
    "i.yml": "author: {person: lea-nom}\ndate: 2026-02-09\ntext: Bravo.\nin_reply_to: b\n",
}
SOIR = {"attendees/soir.yml": LIST, "recaps/soir.md": RECAP}
FILES = {**SOIR, **{f"comments/soir/{name}": text for name, text in COMMENTS.items()}}
SETTINGS = {
    "SITEURL": "https://lanterne.example",
    "STATIC_PATHS": ["", "extra"],
    "EVENT_RECAP": {
        "comments_email": "moi@lanterne.example",
        "webmention_endpoint": "https://webmention.io/lanterne.example/webmention",
    },
}
PAGE = "recaps/soir/index.html"


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build the site once."""
    site = build_shared_site(FILES, **SETTINGS)
    assert site.exit_code == 0, site.errors
    return site


def read_comments(site, page=PAGE):
    """Return the anchor, the author and the words of each comment of a page, in its order."""
    found = site.page(page).select(".comment")
    words = [" ".join(one.select_one(".comment__text").get_text(" ").split()) for one in found]
    return [
        (one["id"], one.select_one(".p-author").get_text(), text)
        for one, text in zip(found, words, strict=True)
    ]


def test_comments_stand_below_the_recap_oldest_first_with_their_answers(site):
    """What the files say is on the page, with each answer below what it answers."""
    assert read_comments(site) == [
        ("comment-g", "Bob Loin", "First!"),
        ("comment-a", "Anne Roy", "Merci beaucoup , @anner et quelqu’un. lien"),
        ("comment-2026-02-05", "I. I.", "En effet."),
        ("comment-2026-02-09", "Léa Nomseule", "Bravo."),
    ]
    assert len(site.page(PAGE).select(".comments__replies .comment")) == 2


def test_a_page_counts_in_its_own_language(site):
    """A French page says it in French, and keeps likes apart."""
    assert site.words(PAGE, ".comments__title") == "4\xa0commentaires".replace("\xa0", " ")
    assert site.words(PAGE, ".comments__reaction") == "1 j’aime Zed Autre"
    assert "4 commentaires" in site.words("index.html").replace("\xa0", " ")


def test_nothing_of_those_who_may_not_be_shown_is_anywhere(site, find_traces):
    """Counted, hidden, waiting and rejected people leave no trace, by name, by words or by address."""
    hidden = (
        "Comptable",
        "secret du compte",
        "inconnu",
        "Masque",
        "cache.example",
        "Dehors",
        "Non lu",
        "Rejet",
    )

    assert find_traces(site, *hidden, "Achetez", "Ida Initiale", "ida.example") == []


def test_the_author_is_told_by_file_and_line_without_a_name(site):
    """Three comments are not published, and the log of the build names nobody."""
    told = [line for line in site.problems() if "comments/soir" in line]

    assert [line.partition(": ")[2] for line in told if "not published" in line] == [
        "content/comments/soir/c.yml:1: author: not published, as its author is at the level 'counted'; ask them, or delete the file",
        "content/comments/soir/f.yml:1: author: not published, as its author is at the level 'hidden'; ask them, or delete the file",
    ]
    assert any(line.startswith("note: content/comments/soir/e.yml: status: 1 to read") for line in told)
    assert "Comptable" not in site.errors + site.log


def test_whoever_asks_for_less_in_their_comment_is_not_named_in_the_log(build_site):
    """Neither is the author of a quoted post: a file that is called after them is told by its number."""
    files = {
        "comments/soir/yan-muet.yml": "author: {name: Yan Muet, visibility: hidden}\ndate: 2026-02-05\ntext: Oui.\n",
        "quoted-posts/vic-tor.yml": "author: {name: Vic Tor, visibility: initials}\ntext: Non.\n",
    }
    site = build_site({**SOIR, **files}, **SETTINGS)

    assert [line.partition(" (")[2] for line in site.problems()] == [
        "file 1 of 1):1: author: not published, as its author is at the level 'hidden'; ask them, or delete the file",
        "file 1 of 1):1: no text quotes this post; write its line, or delete the file",
    ]
    assert not [word for word in ("muet", "vic-tor") if word in (site.errors + site.log).lower()]


def test_what_runs_or_is_loaded_is_taken_out_of_a_comment(site):
    """No script, no picture, no address of another scheme, whatever was sent."""
    comment = site.page(PAGE).select_one("#comment-a")

    assert not comment.select("img, script, [onerror]")
    assert [link.get("href") for link in comment.select(".comment__text a")] == [
        "../../people/anne-roy/",
        None,
    ]


def test_somebody_with_a_page_is_linked_to_it_and_others_to_their_own_site(site):
    """An address that is a profile of somebody in the list joins them; nobody else is joined."""
    links = {one["id"]: one.select_one(".p-author a") for one in site.page(PAGE).select(".comment")}

    assert links["comment-a"]["href"] == "../../people/anne-roy/"
    assert [one for one, link in links.items() if link] == ["comment-a"]
    assert site.page(PAGE).select_one(".comments__reaction a")["href"] == "https://zed.example"


def test_nothing_leads_to_somebody_who_agreed_to_less_than_a_page(build_site, find_traces):
    """By initials or by name only, neither where it was published first nor the name of its file is shown."""
    answer = "date: 2026-02-05\ntext: Bravo.\nsource: https://zoe-secrete.example/note\n"
    less = {
        "zoe-secrete-1.yml": f"author: {{name: Zoé Secrète, visibility: initials}}\n{answer}",
        "zoe-secrete-2.yml": f"author: {{name: Zoé Secrète, visibility: initials}}\n{answer}",
        "zed-zed-on-social.yml": "author: {name: Zed Zed, visibility: name-only}\ndate: 2026-02-05\ntext: Oui.\n",
        "anne.yml": "author: Anne Roy\ndate: 2026-02-06\ntext: Merci.\nin_reply_to: zoe-secrete-2\n",
    }
    site = build_site({**SOIR, **{f"comments/soir/{name}": text for name, text in less.items()}}, **SETTINGS)

    assert [anchor for anchor, _, _ in read_comments(site)] == [
        "comment-2026-02-05",
        "comment-2026-02-05-2",
        "comment-2026-02-05-3",
        "comment-anne",
    ]
    assert find_traces(site, "secrete", "zed-zed-on") == []


def test_one_answers_by_plain_links(site):
    """Where the recap was shared, and by e-mail with a subject; the form of X begins the answer."""
    ways = {way.get_text(): way["href"] for way in site.page(PAGE).select(".comments__way")}

    assert ways == {
        "Répondre sur X": "https://x.com/intent/post?in_reply_to=42",
        "Répondre sur Mastodon": "https://social.example/@lanterne/99",
        "Répondre par courriel": "mailto:moi@lanterne.example?subject=Re%3A%20Un%20soir%20%C2%AB%20l%C3%A0%20%C2%BB",
    }


def test_other_sites_find_where_to_send_their_answer(site):
    """The page names the endpoint of webmentions."""
    assert site.page(PAGE).select_one("link[rel=webmention]")["href"].endswith("/lanterne.example/webmention")


def test_machines_read_the_comments_of_those_who_are_public(site):
    """JSON-LD has the comments of public people, and leaves out those who agreed to less."""
    posting = site.json_ld(PAGE)["BlogPosting"]

    assert posting["commentCount"] == 2
    assert [comment["author"]["name"] for comment in posting["comment"]] == ["Bob Loin", "Anne Roy"]


def test_no_file_of_a_comment_is_copied(site):
    """Whoever publishes the whole folder does not publish what waits to be read."""
    assert [name for name in site.files() if name.endswith((".yml", ".yaml"))] == []


def test_no_file_of_a_comment_is_copied_where_a_text_leads_to_it(build_site):
    """Not even a link brings a comment that waits to the site."""
    files = {**FILES, "recaps/soir.md": RECAP + "[fichier]({static}/comments/soir/e.yml)\n"}
    site = build_site(files, **SETTINGS)

    assert [name for name in site.files() if name.endswith(".yml")] == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("closed", ["Bob Loin", "Anne Roy", "I. I.", "Léa Nomseule"]), ("off", [])],
)
def test_a_recap_can_close_its_comments_or_have_none(build_site, typed, shown):
    """Closed shows what is there and says so, without a way to answer; off shows nothing at all."""
    site = build_site(
        {**FILES, "recaps/soir.md": RECAP.replace("lang: fr", f"lang: fr\ncomments: {typed}")}, **SETTINGS
    )

    assert [author for _, author, _ in read_comments(site)] == shown
    assert site.page(PAGE).select(".comments__way") == []
    closed = site.page(PAGE).select_one(".comments__closed")
    assert (closed.get_text() if closed else "") == ("Les commentaires sont fermés." if shown else "")
    assert ("feeds/comments/soir.atom.xml" in site.files()) is bool(shown)


def test_a_draft_publishes_no_comment(build_site, find_traces):
    """Whoever answered to what is not published yet is not published either."""
    site = build_site(
        {**FILES, "recaps/soir.md": RECAP.replace("lang: fr", "lang: fr\nstatus: draft")}, **SETTINGS
    )

    assert site.exit_code == 0, site.errors
    assert find_traces(site, "Bob Loin", "Zed Autre", "beaucoup") == []


def test_a_comment_stands_on_every_translation_in_its_own_language(build_site):
    """A recap and its translations are one conversation, in one feed."""
    english = RECAP.replace("lang: fr", "lang: en").replace("Un soir « là »", "An evening")
    site = build_site({**FILES, "recaps/soir.en.md": english}, **SETTINGS)
    page = site.page("en/recaps/soir/index.html")

    assert page.select_one(".comments__title").get_text() == "4 comments"
    assert "lang" not in page.select_one("#comment-g").attrs
    feeds = [name for name in site.files() if name.startswith("feeds/") and "comments" in name]
    assert len(feeds) == 6
    assert len(json.loads(site.read("feeds/all.comments.json"))["items"]) == 2


def test_what_the_list_of_the_evening_says_holds_on_every_translation(build_site, find_traces):
    """Whoever is not named at that evening is not named by a translation that leaves the event out."""
    english = RECAP.replace("lang: fr", "lang: en").replace("event: soir\n", "")
    other = "event: {name: Autre, start: 2026-03-02}\nattendees: [{id: carl-cpt, name: Carl Comptable}]\n"
    files = {
        "recaps/soir.en.md": english,
        "attendees/autre.yml": other,
        "comments/soir/c.yml": COMMENTS["c.yml"],
    }
    site = build_site({**SOIR, **files}, **SETTINGS)

    assert "carl-cpt" in "".join(site.files())
    assert find_traces(site, "secret du compte") == []


def test_a_site_in_strict_mode_publishes_whoever_agreed(build_site):
    """Silence hides the author of a comment as it hides everybody else."""
    agreed = "author: {name: Bo, visibility: public, consent: {given: 2026-01-01, method: email}}\n"
    files = {
        "recaps/soir.md": RECAP.replace("event: soir\n", ""),
        "attendees/soir.yml": "event: {name: Soir}\n",
        "comments/soir/a.yml": "author: Al\ndate: 2026-02-04\ntext: Tu.\n",
        "comments/soir/b.yml": f"{agreed}date: 2026-02-04\ntext: Oui.\n",
    }
    site = build_site(files, **{**SETTINGS, "EVENT_RECAP": {"strict": True}})

    assert [author for _, author, _ in read_comments(site)] == ["Bo"]


def test_somebody_who_was_forgotten_does_not_come_back_in_a_comment(build_site):
    """The build ends, and says where, without saying who."""
    from event_recap.loading.removed_file import render_removed
    from event_recap.model.removal import Kind, Removed, SiteKey

    key = "k" * 32
    removed = Removed().add([(Kind.NAME, "Zoé Martin"), (Kind.HANDLE, "zoem")], SiteKey(key))
    files = {
        **SOIR,
        "removed.yml": render_removed(removed),
        "comments/soir/a.yml": "author: Mme Zoe MARTIN\ndate: 2026-02-04\ntext: Oui.\n",
        "comments/soir/b.yml": "author: {name: Zed, profiles: {x: zoem}}\ndate: 2026-02-04\ntext: Oui.\n",
    }
    site = build_site(files, environment={"EVENT_RECAP_KEY": key}, **SETTINGS)
    told = [line for line in site.problems() if "asked to be forgotten" in line]

    assert site.exit_code == 1
    assert {line.partition(".yml")[0][-1] for line in told} == {"a", "b"}
    assert "Martin" not in site.errors
    assert "zoem" not in site.errors
