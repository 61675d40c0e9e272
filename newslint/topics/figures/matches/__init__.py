"""Matches: their `results`, by how much they were won (`margins`), and what players did in them (`performances`, `latest_scored`)."""
