"""Reader: what a second reader tells of the draft, a rule for each kind of fault.

What was told lies ready in the analysis `told`, checked against the draft already; these rules give it newslint's form.
Where no reader was asked, they're silent.
"""
