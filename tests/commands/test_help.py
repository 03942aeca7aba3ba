"""Whoever asks a command for help sees how it is called."""

import pytest

from event_recap import cli


@pytest.mark.parametrize(
    "command", ["follow-ups", "ask", "answer", "thread", "quote", "video", "import-posts"]
)
def test_help_has_an_example(command, capsys):
    """An example says more than a list of options."""
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])

    assert ended.value.code == 0
    assert f"Example: event-recap {command} " in capsys.readouterr().out
