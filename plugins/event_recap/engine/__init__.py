"""The engine: nothing is done again that would come out the same.

In the settings: ``from event_recap.engine import Pelican as PELICAN_CLASS``, a name that Pelican looks for.
"""

from .pelican_class import Pelican

__all__ = ["Pelican"]
