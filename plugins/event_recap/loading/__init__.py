"""From the files an author types to the values of ``model``, with every problem in its place."""
