"""The beginning of a lesson's page: where answers stay, and whether this goes on from another day."""

from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Page
from kit.widgets.lessons.part import Part
from kit.widgets.pages.surroundings import Surroundings


class Begin(Part):
    """Where what is typed is kept, what was found there, and the way to start again."""

    def above(self) -> Page:
        """Where answers stay; that this goes on; a journal that could not be read."""
        page: Page = []
        if self.answers.resumed:
            page.append(blocks.note(_("You go on where you stopped. Your answers were kept."), "change"))
        for path in self.answers.store.set_aside:
            told = _("An earlier journal could not be read. It is set aside as %(file)s; nothing in it was changed.")
            page.append(blocks.note(told % {"file": f"`{path.name}`"}, "trouble"))
        kept = Surroundings(self.answers.store.folder).kept_where()
        page.append(blocks.details(_("Where your answers stay"), blocks.prose(kept)))
        return page
