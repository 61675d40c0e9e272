"""A standing adversary: drafts, configurations and kills that try to make newslint raise, hang, or lose a letter."""
