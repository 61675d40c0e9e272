"""General: the kinds of check that a desk's own packs are made of, by the names that Vale gave them.

None of them knows anything of news; a stanza says what to look for. newslint's own packs use them where a rule needs no more.
"""
