"""A run over many drafts: finding and reading them, in several processes, from the cache, as packages; and mending them."""
