"""Frozen values and their rules: no files, no clock, no framework."""
