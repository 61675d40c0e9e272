"""Captions: what stands under pictures, against its fellows and against the story.

A caption comes back when a picture is swapped and its words aren't; two captions that are alike but for a name or a
number were copied, and one of them not changed. `contradictions` holds them against the story, `goals` what they say of who
scored how, `roles` of who plays whom. `captions` parts a caption’s words from the credit behind them, which says another
thing and has forms of its own.
"""
