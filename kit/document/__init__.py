"""Documents that leave the kit: what stands in one, and the same as HTML or as a Word file."""

from kit.document.parts import Bullets, Document, Heading, Paragraph, Part, Picture, Prose, Table

__all__ = ["Bullets", "Document", "Heading", "Paragraph", "Part", "Picture", "Prose", "Table"]
