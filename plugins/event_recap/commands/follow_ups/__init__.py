"""Private notes for the morning after."""
