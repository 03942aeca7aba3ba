"""The sentence in which somebody is mentioned, as their page quotes it."""

import pytest

from event_recap.mentions.sentence import LONGEST, find_sentences

ANNE = '<a class="mention" href="{filename}/@person/anne">@anne</a>'
BO = '<a class="mention" href="{filename}/@person/bo">Bo &amp; co</a>'


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        (f"<p>It rained. We met {ANNE}! Then we left.</p>", "We met @anne!"),
        (f"<p>It rained.</p>\n<p>{ANNE} sang.</p>", "@anne sang."),
        (f"<ul><li>one</li><li>with {ANNE}</li></ul>", "with @anne"),
        (f"<p>Il pleuvait. « {ANNE}\u202f? » ai-je dit. Oui.</p>", "« @anne\u202f? » ai-je dit."),
        (f"<p>“No.” <em>{ANNE}</em> laughed… Ha.</p>", "@anne laughed…"),
        (f"<p>We met M. Roy, A. Pond and {ANNE}.</p>", "We met M. Roy, A. Pond and @anne."),
        (f"<h2>With {ANNE}</h2><p>Text.</p>", "With @anne"),
        (f"<p>First {ANNE}.</p><p>Then {ANNE} again.</p>", "First @anne."),
        ("<p>Nobody.</p>", None),
    ],
)
def test_the_first_sentence_of_a_mention_is_quoted(html, sentence):
    """From its first word to its full stop, whatever is bold in it, in plain text."""
    assert find_sentences(html).get("anne") == sentence


def test_everybody_in_a_sentence_is_quoted_with_it():
    """Two people in one sentence have the same sentence on their pages."""
    both = find_sentences(f"<p>{ANNE} met {BO}.</p>")

    assert both == {"anne": "@anne met Bo & co.", "bo": "@anne met Bo & co."}


def test_of_a_long_sentence_the_words_around_the_mention_are_quoted():
    """A sentence of a page is no quotation; whole words are left out on both sides."""
    (sentence,) = find_sentences(f"<p>{'before ' * 80}{ANNE}{' behind' * 80}.</p>").values()

    assert sentence.startswith("… before")
    assert sentence.endswith("behind …")
    assert "before @anne behind" in sentence
    assert len(sentence) <= LONGEST + 10


def test_a_long_sentence_that_begins_with_the_mention_keeps_its_beginning():
    """Only what is too long is left out."""
    (sentence,) = find_sentences(f"<p>{ANNE}{' behind' * 80}.</p>").values()

    assert sentence.startswith("@anne behind")
