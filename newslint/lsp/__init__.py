"""The language server: what newslint says of a draft while it's written, for any editor that speaks the protocol.

`server` answers the editor, `linting` judges the newest text of each draft in a thread of its own, and the other files
turn findings into what the protocol knows: `positions`, `diagnostics`, `actions`, `stetting`, `pages`.
"""
