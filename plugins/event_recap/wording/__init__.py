"""What an author reads of us: messages are written in English, and told in their language as they leave.

A message in the code stays one sentence that can be read where it arises. Here, at the last moment, the
sentence is found again by its pattern, and told in the words of the catalogue.
"""
