"""``publish``: build for the web, look whether all is right, tell what changed, bring it to the host."""
