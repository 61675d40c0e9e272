"""What makes newslint quick to start: rows, patterns and files that are made once and kept."""
