"""A case on paper: one print-ready HTML file for a lesson without screens. Nothing in it comes from elsewhere."""

from kit.paper.document import case_html

__all__ = ["case_html"]
