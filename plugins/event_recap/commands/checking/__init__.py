"""``check``: what a build would say, and what is still missing, without a build."""
