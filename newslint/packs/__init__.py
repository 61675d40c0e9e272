"""A stanza made live: packs read from YAML, their options and patterns, the rule, and its page."""
