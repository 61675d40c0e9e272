"""What is chosen: which rules run, how they are tuned, what shall stand; from .newslint.yml and the command line."""
