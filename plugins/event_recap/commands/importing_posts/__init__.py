"""``import-posts``: an old blog, or texts copied from pages, as recaps to look through."""
