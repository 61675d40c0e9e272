"""The desk in a browser: drafts come in by a page or from a content system, and nothing of them is kept.

[app.py](app.py) has the routes, [guard.py](guard.py) says who may ask and how much, [orders.py](orders.py) reads what is asked,
[answers.py](answers.py) lints it. Starlette and uvicorn come with the extra `desk` and are imported in here alone.
"""
