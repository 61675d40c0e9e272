"""Vale's styles, run unchanged: its rules, its scopes, its configuration.

`ini` reads .vale.ini, `styles` the rules; `markdown` and `tags` make one stream of what newslint's parser finds in Markdown
and of HTML, `blocks` and `drafts` make of that the blocks that Vale's scopes name. `words` and `wholes` are its kinds of
rules, `rule` makes of each a rule like newslint's own, and `run` does what an ini says.
"""
