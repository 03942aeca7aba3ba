"""Posts that thank those who agreed to be named, ready to paste."""

import json

import pytest

LIST = """\
event: {name: Focus 20, start: 2010-02-02, organizers: [luc]}
attendees:
  - {id: anne, name: Anne Roy, profiles: {x: anneroy, mastodon: "@anne@social.example"}}
  - {id: luc, name: Luc Côté, profiles: {x: luccote, linkedin: luc-cote}}
  - {id: bob, name: Bob Lune}
  - {id: zoe, name: Zoé Secrète, visibility: hidden, profiles: {x: zoesecrete}}
  - {id: max, name: Max Compté, visibility: counted, profiles: {x: maxcompte}}
  - {id: eva, name: Eva Nommée, visibility: name-only, profiles: {x: evanommee}}
"""
FILES = {
    "attendees/focus-20.yml": LIST,
    "recaps/focus.md": "---\ntitle: Le récit\ndate: 2010-02-03\nevent: focus-20\n---\nUn soir.\n",
    "recaps/focus.en.md": (
        "---\ntitle: The story\ndate: 2010-02-03\nevent: focus-20\nlang: en\nslug: le-recit\n---\nAn evening.\n"
    ),
}


@pytest.fixture(name="thread")
def fixture_thread(write_site, run):
    """Write a site, and the thread of its event."""

    def thread(*arguments, files=FILES, **settings):
        write_site(files, **settings)
        return run("thread", "focus-20", *arguments)

    return thread


def test_a_thread_thanks_with_the_link_of_the_recap_who_invited_first(thread):
    """In the language of the recap; the posts stand below a line that says how long each is."""
    done = thread()

    head, *post = done.out.splitlines()
    assert done.code == 0
    assert head.startswith("----- post 1 of 1, ")
    assert head.endswith(" of 280 -----")
    assert post == [
        "Focus 20 : merci à vous !",
        "https://soirs.example/le-recit.html",
        "@luccote @anneroy",
    ]


def test_whoever_is_left_out_is_told_by_id_only_where_they_may_be_named(thread):
    """Of hidden and counted people, there is a number and no name, id or handle."""
    done = thread()

    assert done.err.splitlines() == [
        "left out, no handle on this network: bob",
        "left out, not public: eva, 2 who may not be named",
    ]
    for word in ("Zoé", "zoe", "Max", "max", "evanommee"):
        assert word not in done.out + done.err


@pytest.mark.parametrize(
    ("network", "people"),
    [
        ("mastodon", "@anne@social.example"),
        ("linkedin", "Luc Côté"),
        ("bluesky", "https://soirs.example/le-recit.html"),
    ],
)
def test_each_network_has_its_own_people(thread, network, people):
    """On LinkedIn a handle means nothing, so the name is written; without anybody the post has thanks alone."""
    assert thread("--network", network).out.splitlines()[-1] == people


def test_the_language_chooses_words_and_recap(thread):
    """A thread in English links to the text in English."""
    done = thread("--lang", "en")

    assert done.out.splitlines()[1:3] == ["Focus 20: thank you!", "https://soirs.example/le-recit-en.html"]


def test_the_author_may_say_it_in_other_words(thread):
    """By the option, or for all events by the setting; the name of the event takes its place."""
    typed = thread("--text", "Quel soir, {event} !").out
    by_setting = thread(thread_texts={"fr": "Merci {event}."}).out

    assert typed.splitlines()[1] == "Quel soir, Focus 20 !"
    assert by_setting.splitlines()[1] == "Merci Focus 20."


def test_somebody_named_in_the_words_is_not_named_again(thread):
    """Each handle stands once."""
    assert thread("--text", "Merci à @LucCote d’avoir invité").out.lower().count("@luccote") == 1


def test_a_thread_as_json_has_posts_lengths_and_whom_it_leaves_out(thread):
    """The same facts, for a program."""
    answer = json.loads(thread("--json").out)

    assert answer["posts"][0]["text"].endswith("@luccote @anneroy")
    assert [answer["network"], answer["limit"], answer["notes"]] == ["x", 280, []]
    assert answer["left_out"] == [
        {"reason": "no handle on this network", "people": ["bob"], "others": 0},
        {"reason": "not public", "people": ["eva"], "others": 2},
    ]


def test_a_handle_that_may_mean_somebody_hidden_is_not_used(thread):
    """As in a share text: of several people the one who is shown least decides."""
    files = {**FILES, "attendees/autre.yml": "- {id: anneroy, name: Anne Roy-Lune, visibility: hidden}\n"}

    done = thread(files=files)

    assert "anneroy" not in done.out
    assert "left out, the handle may mean somebody else: anne" in done.err


def test_two_people_with_one_account_are_thanked_once(thread):
    """Such as that of a firm."""
    files = {**FILES, "attendees/focus-20.yml": LIST.replace("luccote", "AnneRoy")}

    assert thread(files=files).out.lower().count("@anneroy") == 1


def test_without_a_published_recap_there_is_no_link_and_the_author_is_told(thread):
    """A draft has an address that nobody is to know."""
    draft = FILES["recaps/focus.md"].replace("event:", "status: draft\nevent:")

    done = thread(files={"attendees/focus-20.yml": LIST, "recaps/focus.md": draft})

    assert "https://" not in done.out
    assert done.err.splitlines()[0] == "no recap of this event is published yet, so the posts have no link"
    assert (
        "https://x.example/1"
        in thread("--url", "https://x.example/1", files={"attendees/focus-20.yml": LIST}).out
    )


def test_whoever_can_thank_nobody_is_told(thread):
    """The words and the link are left; why nobody is named stands below."""
    done = thread("--network", "threads")

    assert done.err.splitlines()[0] == "nobody of this list can be thanked there; below, you read why"


def test_an_address_that_is_none_is_refused(thread, capsys):
    """It would be pasted as it is."""
    with pytest.raises(SystemExit) as ended:
        thread("--url", "monblog")

    assert ended.value.code == 2
    assert "argument --url: 'monblog' is no web address" in capsys.readouterr().err


def test_a_handle_longer_than_a_post_is_told(thread):
    """It is left out as a whole."""
    long = f"anne-{'x' * 500}@social.example"
    files = {**FILES, "attendees/focus-20.yml": LIST.replace("@anne@social.example", long)}

    done = thread("--network", "mastodon", files=files)

    assert "left out, the handle is longer than a post: anne" in done.err
    assert "xxx" not in done.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("thread", "focus-2"), "EVENT: no list called 'focus-2'; did you mean 'focus-20'?\n"),
        (
            ("thread", "content/attendees/focus-20.yml"),
            "EVENT: no list called 'content/attendees/focus-20.yml'; did you mean 'focus-20'?\n",
        ),
        (
            ("thread", "hiver"),
            "EVENT: no list called 'hiver'; expected the name of its file, without .yml\n",
        ),
        (
            ("thread", "focus-20", "--text", "x" * 400),
            "--text: the words and the link are 156 too long for a post of 280; write less\n",
        ),
        (
            ("thread", "focus-20", "--text", "Merci {evnt}"),
            "--text: '{evnt}' stands for nothing; did you mean 'event'?\n",
        ),
    ],
)
def test_what_cannot_be_written_is_told(write_site, run, arguments, message):
    """With what is expected instead."""
    write_site(FILES)

    done = run(*arguments)

    assert [done.code, done.out, done.err] == [1, "", message]


def test_a_site_without_an_address_is_told_where_to_say_it(write_site, run, tmp_path):
    """The link would lead nowhere."""
    write_site(FILES)
    settings = tmp_path / "pelicanconf.py"
    settings.write_text(settings.read_text(encoding="utf-8").replace("https://soirs.example", ""), "utf-8")

    done = run("thread", "focus-20")

    assert done.err == (
        "SITEURL: empty, so the recap has no address; name publishconf.py with --settings, or write --url\n"
    )


def test_words_with_unknown_braces_in_the_settings_are_told(write_site, run):
    """So that no post goes out with a brace in it."""
    write_site(FILES, thread_texts={"fr": "Merci {evenement}", "en": 1})

    done = run("thread", "focus-20")

    assert "EVENT_RECAP: thread_texts['fr']: '{evenement}' stands for nothing" in done.err
    assert "EVENT_RECAP: thread_texts['en']: a number is not right here; expected a text" in done.err
