"""Vale's styles, run unchanged: its rules, its scopes, its configuration.

`ini` reads .vale.ini, `styles` the rules; `markdown`, `html` and `tags` make of a draft the blocks that Vale's scopes name,
`kinds` are its extension points, `rule` makes of each a rule like newslint's own, and `run` does what an ini says.
"""
