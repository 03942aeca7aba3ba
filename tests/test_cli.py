"""The command line."""

from pathlib import Path

import pytest

from event_recap import cli
from event_recap.devserver.options import Options


@pytest.fixture(name="started")
def fixture_started(monkeypatch):
    """Note the options instead of starting a server."""
    noted = []
    monkeypatch.setattr(cli, "run_devserver", lambda options: noted.append(options) or 130)
    return noted


def test_the_development_server_starts_with_the_usual_folders(started):
    """Without arguments: content, pelicanconf.py, output, port 8000 of this machine only."""
    code = cli.main(["devserver"])

    assert code == 130
    assert started == [Options()]


def test_every_choice_reaches_the_development_server(started):
    """Folder, settings, output, address and port are those typed."""
    typed = "devserver posts --settings a.py --output out --bind 0.0.0.0 --port 9000"

    cli.main(typed.split())

    assert started == [
        Options(
            content=Path("posts"),
            settings=Path("a.py"),
            output=Path("out"),
            bind="0.0.0.0",
            port=9000,
        )
    ]


@pytest.mark.parametrize("port", ["http", "-1", "65536", "８０"])
def test_what_is_no_port_is_refused(capsys, port):
    """A word or a number out of range is told with what is expected, exit code 2."""
    with pytest.raises(SystemExit) as ended:
        cli.main(["devserver", f"--port={port}"])

    assert ended.value.code == 2
    assert f"'{port}' is no port; expected a number from 0 to 65535" in capsys.readouterr().err


def test_building_again_at_each_change_takes_the_folders_typed(monkeypatch):
    """``regenerate`` needs no address: it serves nothing."""
    noted = []
    monkeypatch.setattr(cli, "regenerate", lambda options: noted.append(options) or 130)

    code = cli.main(["regenerate", "posts", "--output", "out"])

    assert code == 130
    assert noted == [Options(content=Path("posts"), output=Path("out"))]
