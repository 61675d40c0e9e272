"""Drafts of word processors: bytes become copy, and marks go back into the bytes.

Nothing in here knows of findings. [formats.py](formats.py) says which formats there are and what reads them.
"""
