"""How a draft is written: its words, sentences and quotations, and what English at large says of them.

The lowest floor: nothing here knows what a story is about. `words` is the one pass that everything shares; `sentences`,
`quotations` and `passages` cut the copy; `lexicon` and `vocabulary` say what a word is in English, the first from lists
of 200,000, the second for the small closed classes from which patterns are built; `grammar` says what part it plays among
its neighbours, `ownership` whose words they are.
"""
