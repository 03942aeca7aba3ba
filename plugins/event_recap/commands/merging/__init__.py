"""Two people who are one, in every file."""
