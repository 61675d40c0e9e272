"""Checks: one idea, one file. Each is a frozen dataclass whose fields are the options of the rules that name it."""
