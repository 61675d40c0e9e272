"""Markdown: CommonMark's blocks from tree-sitter, what stands in a line read here."""
