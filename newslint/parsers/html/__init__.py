"""HTML: the story of a page, set block by block."""
