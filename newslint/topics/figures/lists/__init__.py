"""What a number announces (`counts`), and how many of it stand there: the `items` of a sentence, the lines and headings of `runs`, sentences in
`sequences`.
"""
