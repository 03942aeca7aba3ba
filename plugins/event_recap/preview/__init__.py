"""A text by itself: what a build had in memory stays there, so that a changed text is a page at once.

``process`` builds the site as Pelican's command does, then stays and is asked for texts. ``snapshot``
is what stays: events, people, generators, templates. Each answer is given by a fork of the process,
which reads the changed texts over again with the same readers, receivers and templates, writes their
pages into a folder of their own, and ends: no mistake in a text outlives it. ``answers`` is what is said.
"""
