"""Where a page can be shared: the words that settings and front matter may use."""

SHARE_NETWORKS = (
    "x",
    "mastodon",
    "bluesky",
    "threads",
    "linkedin",
    "facebook",
    "whatsapp",
    "telegram",
    "email",
)
"""Keys of the share networks; ``share/`` knows how to write a link to each."""
