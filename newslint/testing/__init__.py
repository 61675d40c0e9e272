"""For people who write rules and plugins: make documents, read marked copy, run a rule's examples."""

from newslint.testing.examples import document, failures, findings, fixed, marked

__all__ = ["document", "failures", "findings", "fixed", "marked"]
