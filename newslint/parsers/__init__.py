"""Parsers: a function from a Source to a Document, one format each."""
