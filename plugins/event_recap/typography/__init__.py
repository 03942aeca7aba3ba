"""Micro-typography of pages: the spaces, quotation marks, apostrophes and dashes of each language."""
