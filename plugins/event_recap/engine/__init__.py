"""The engine: a build that would change nothing ends before it begins.

In the settings: ``from event_recap.engine import Pelican as PELICAN_CLASS``, a name that Pelican looks for.
"""

from .pelican_class import Pelican

__all__ = ["Pelican"]
