"""What the command line decides about a development server."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Where the site lies and where it is shown."""

    content: Path = Path("content")
    """Folder of the posts and lists."""
    settings: Path = Path("pelicanconf.py")
    """Pelican's settings file; the theme and the plugins lie beside it."""
    output: Path = Path("output")
    """Folder of the built site."""
    bind: str = "127.0.0.1"
    """Address to listen on; ``0.0.0.0`` lets other machines of the network in."""
    port: int = 8000
    """Port to listen on; 0 takes a free one."""

    @property
    def home(self) -> Path:
        """Return the folder that holds the settings file, theme/ and plugins/."""
        return self.settings.parent
