"""Attendee exports become entries of a list, without anything private."""
