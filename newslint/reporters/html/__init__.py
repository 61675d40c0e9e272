"""One page to look at: the draft set as copy, its findings marked in it, and notes on them in the margin.

`page` puts the page together, `proof` sets a draft, `places` finds where in the set copy a finding stands, `marks` nests
what is marked, and `notes` writes the margin. The page's own files lie beside them; nothing in it asks for anything else.
"""
