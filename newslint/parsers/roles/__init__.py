"""Roles of lines in any format: what their words tell (byline, caption, furniture), and what their place tells."""
