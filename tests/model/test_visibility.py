from event_recap.model.visibility import VISIBILITY_WORDS, Visibility


def test_an_author_types_one_of_five_words_from_nothing_to_everything():
    """The words are those of the documentation, and each shows more than the one before."""
    assert list(VISIBILITY_WORDS) == ["hidden", "counted", "initials", "name-only", "public"]
    assert sorted(VISIBILITY_WORDS.values()) == list(VISIBILITY_WORDS.values())


def test_each_word_is_read_as_the_level_that_bears_it():
    """Reading a level and writing it again gives the author's word."""
    assert [VISIBILITY_WORDS[level.word] for level in Visibility] == list(Visibility)
