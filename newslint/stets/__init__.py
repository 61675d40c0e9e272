"""What the writer lets stand: comments in the draft, and entries in the configuration."""
