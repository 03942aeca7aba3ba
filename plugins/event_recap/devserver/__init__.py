"""Development server: build, show, watch, rebuild, reload the open pages.

The pure parts know no socket and no clock: ``addresses`` (which file answers), ``pages`` (what is
added to a page), ``problems`` (what an author reads of a failed build), ``status`` (what the
browsers are told). ``building``, ``watching``, ``serving`` and ``session`` do the work; ``previewing`` asks
the process of the last build for texts that changed, and ``overlay`` lays their pages over the site.
"""
