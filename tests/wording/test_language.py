"""Which language messages are told in."""

import pytest

from event_recap.wording.language import choose_language


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "fr_FR"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:fr"}, "fr"),
        ({"LANG": "POSIX", "LANGUAGE": "fr"}, "en"),
        ({"LANGUAGE": "fr"}, "en"),
        ({"LC_ALL": "", "LANG": "fr_CH.UTF-8@euro"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "EVENT_RECAP_LANG": "en"}, "en"),
        ({"LC_ALL": "C", "EVENT_RECAP_LANG": "fr-CA"}, "fr"),
    ],
)
def test_messages_are_told_in_the_language_of_the_machine(environment, lang):
    """As with other programs; one variable decides for our messages alone."""
    assert choose_language(environment) == lang
