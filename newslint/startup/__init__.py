"""What makes newslint quick to start: rows, patterns, modules and files that are made once and kept."""
