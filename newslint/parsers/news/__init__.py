"""Stories in the formats in which newsrooms hand them on: wire services, content systems, feeds.

[parser.py](parser.py) tells the format; each format is a file that takes its fields out of the tree of
[xmltree.py](xmltree.py) or [jsontree.py](jsontree.py); [setting.py](setting.py) sets them, each in its role and with its
place in the file.
"""
