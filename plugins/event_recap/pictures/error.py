"""Why a picture cannot be published."""

from __future__ import annotations


class PictureError(ValueError):
    """A picture that cannot be cleaned; the message goes on after the name of the file."""


CUT_SHORT = "is cut short; copy it again"
"""The file ends before its last part."""

DAMAGED = "is damaged, and what is in it cannot be told; copy it again"
"""A part is not what the format says it is."""
