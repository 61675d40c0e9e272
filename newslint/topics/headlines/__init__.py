"""Headlines: a name in the headline that the story never gives."""
