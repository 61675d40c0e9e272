"""Reporters: a pure function from a Run to text, one format each."""
