"""What is brought in: the hooks, the registry of what they give, and newslint's own parts as a plugin."""
