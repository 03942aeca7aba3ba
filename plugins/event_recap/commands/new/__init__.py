"""New recaps, lists and people's files, with comments that say what comes next."""
