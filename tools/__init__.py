"""Programs that keep the project, and are no part of what is installed."""
