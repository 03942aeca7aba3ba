"""The proof: nothing that may not be shown of anybody is in any file of the site, in any encoding."""
