"""A page of blocks as one long-lived widget.

Controls are the browser's own rather than ipywidgets': its sliders carry no name for a screen reader, and each
control would be a widget to make and throw away at every step. Here a step costs one message.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from kit.language import _, language
from kit.widgets import asked, blocks
from kit.widgets.kindly import kindly

_HERE = Path(__file__).parent

LONGEST_NAME = 200
"""Characters of the name of a file that are passed on."""


@dataclass(frozen=True)
class Chosen:
    """One of several files that were chosen. content: None where it is too large to send, or could not be read."""

    name: str
    content: bytes | None


class Form(anywidget.AnyWidget):
    """Draws `page`; calls `on_set(key, value)` for an answer and `on_act(id)` for a button.

    on_live(key, value): for an amount of a live block while it moves; when it rests it comes as an answer too.
    on_file(key, name, content): for a file that was chosen, once all of it is here. It is kept nowhere.
    on_files(key, files): where several may be chosen, once all of them are here, in the order of the choice.
    arrive: whether the page is brought into view when it is first drawn, as what somebody just asked for must be.
    Only answers and acts that the page offers, with values of the right kind, are passed on.
    """

    _esm = _HERE / "form.js"
    _css = _HERE / "form.css"
    page: traitlets.List[blocks.Block] = traitlets.List().tag(sync=True)
    turn = traitlets.Int(0).tag(sync=True)
    anew = traitlets.Int(0).tag(sync=True)
    arrive = traitlets.Bool(False).tag(sync=True)
    lang = traitlets.Unicode().tag(sync=True)

    def __init__(
        self,
        on_set: Callable[[str, Any], None],
        on_act: Callable[[str], None],
        on_live: Callable[[str, Any], None] | None = None,
        on_file: Callable[[str, str, bytes], None] | None = None,
        on_files: Callable[[str, list[Chosen]], None] | None = None,
    ) -> None:
        super().__init__(lang=language())
        self._on_set, self._on_act, self._on_live, self._on_file = on_set, on_act, on_live, on_file
        self._on_files = on_files
        self._coming = bytearray()
        self._choice: tuple[str, Any] | None = None
        self._chosen: list[Chosen] = []
        self._trouble: blocks.Page = []
        self._shown: blocks.Page = []
        self.on_msg(self._heard)

    def show(self, page: blocks.Page, turn: bool = False) -> None:
        """Show this page; `turn` when it is a new screen, so that reading starts at its top."""
        if turn:
            self._trouble = []
        self._shown = page
        with self.hold_sync():
            self.lang = language()
            if turn:
                self.turn += 1
            self.page = [*self._trouble, *page]

    def forget(self) -> None:
        """What was typed or moved on the page counts no longer: it shows what Python has, as after a new beginning or
        a button that puts sliders back. A page that is merely shown again leaves those alone."""
        self.anew += 1

    def offer(self, name: str, content: str | bytes, mime: str) -> None:
        """Hand the learner a file to keep."""
        told = {"kind": "download", "name": name, "mime": mime}
        if isinstance(content, str):
            self.send({**told, "text": content})
        else:
            self.send(told, buffers=[content])

    def tell_trouble(self, sentence: str, detail: str) -> None:
        """A calm sentence above the page, the detail folded for who asks for code."""
        block = blocks.note("", "trouble")
        block["tree"] = [["p", None, [sentence]]]
        folded = blocks.details(_("For who reads code"), blocks.note(""))
        folded["blocks"][0]["tree"] = [["pre", None, [detail]]]
        self._trouble = [blocks.panel(block, folded, tone="trouble")]
        with self.hold_sync():
            self.turn += 1
            self.page = [*self._trouble, *self._shown]

    @kindly
    def _heard(self, _widget: Any, message: Any, buffers: Any) -> None:
        if not isinstance(message, dict):
            return
        if message.get("kind") in ("set", "live"):
            try:
                self._told(message.get("key"), message.get("value"), message["kind"] == "live")
            finally:
                if message["kind"] == "live":
                    self.send({"kind": "heard"})  # the page tells the next move only after this one
        elif message.get("kind") == "act":
            act = message.get("id")
            if isinstance(act, str) and act in asked.acts(self._shown):
                self._on_act(act)
        elif message.get("kind") == "file":
            self._take(message, buffers)
        elif message.get("kind") == "files":
            self._complete(message.get("key"), message.get("choice"))

    def _take(self, message: dict[str, Any], buffers: Any) -> None:
        """A piece of a file that the page asks for, in its turn; what does not fit ends the file."""
        key, name, size, at = (message.get(word) for word in ("key", "name", "size", "at"))
        most = asked.files(self._shown).get(key, -1) if isinstance(key, str) else -1
        sound = isinstance(name, str) and type(size) is int and type(at) is int and 0 <= size <= most
        if not isinstance(key, str) or not isinstance(name, str) or not sound:
            return
        if at == 0:
            self._coming = bytearray()
        piece = b"".join(bytes(buffer) for buffer in buffers)
        if at != len(self._coming) or at + len(piece) > size:
            self._coming = bytearray()
            return
        self._coming += piece
        if len(self._coming) == size:
            whole, self._coming = bytes(self._coming), bytearray()
            self._arrived(key, name[:LONGEST_NAME], whole, message)

    def _arrived(self, key: str, name: str, whole: bytes, message: dict[str, Any]) -> None:
        """A whole file: handed on at once, or laid with the others that were chosen with it."""
        crowd = asked.crowds(self._shown).get(key)
        if crowd is None:
            if self._on_file is not None:
                try:
                    self._on_file(key, name, whole)
                finally:
                    self.send({"kind": "read", "key": key})  # the page may be the same as before
            return
        choice = (key, message.get("choice"))
        # Somebody chose again, or opened the page again, before all of the first choice were here.
        if choice != self._choice or message.get("nth") == 0:
            self._choice, self._chosen = choice, []
        many, together = crowd
        here = sum(len(one.content or b"") for one in self._chosen)
        if len(self._chosen) < many and here + len(whole) <= together:
            self._chosen.append(Chosen(name, None if message.get("lost") is True else whole))

    def _complete(self, key: Any, choice: Any) -> None:
        """All files of a choice have come."""
        if not isinstance(key, str) or (key, choice) != self._choice or key not in asked.crowds(self._shown):
            return
        chosen, self._choice, self._chosen = self._chosen, None, []
        try:
            if self._on_files is not None:
                self._on_files(key, chosen)
        finally:
            self.send({"kind": "read", "key": key})

    def _told(self, key: Any, value: Any, moving: bool) -> None:
        """Pass on what the page offers, with a value that it takes, and nothing else."""
        accepts = asked.fields(self._shown).get(key) if isinstance(key, str) else None
        if accepts is None or not accepts(value):
            return
        if not moving:
            self._on_set(key, value)
        elif self._on_live is not None and key in asked.live(self._shown):
            self._on_live(key, value)
