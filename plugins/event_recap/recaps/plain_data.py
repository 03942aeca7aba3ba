"""What reading a text gave, as plain data and back."""

from __future__ import annotations

from ..engine.plain_data import PlainData
from ..errors import Place, Problem, Severity
from ..loading.recap import ParsedRecap
from ..model.comment import CommentsState
from ..model.license import License
from ..model.person import Picture
from ..model.photograph import Region, Sitter
from ..model.recap import Guest, Recap, ShareText
from ..model.video import Video
from .text_reader import ReadText

READINGS = PlainData(
    (
        *(ReadText, ParsedRecap, Recap, Guest, ShareText, Place, Problem, Video),
        *(Picture, Sitter, Region, License, Severity, CommentsState),
    )
)
