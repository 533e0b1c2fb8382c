"""Text that is not YAML: the commonest slips, in words a lecturer can use."""

from ruamel.yaml.error import MarkedYAMLError

from kit.casefile.fault import Finding
from kit.language import _


def broken_yaml(error: MarkedYAMLError, text: str) -> Finding:
    """The fault that tells where YAML stops being YAML, and what to try."""
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark is not None else 1
    problem = error.problem or ""
    context = error.context or ""
    lines = text.splitlines() or [""]
    here = lines[min(line, len(lines)) - 1]
    if "\t" in here[: len(here) - len(here.lstrip())] or "'\\t'" in problem:
        rule, fix = _("may not be indented with tabs."), _("Use spaces: two for each level.")
    elif "mapping values are not allowed" in problem:
        rule = _("may have one 'key: value' on a line, but a second colon stands here.")
        fix = _("Put the text after the first colon in quotes, or check the indentation.")
    elif "quoted scalar" in context:
        rule = _("must close each quote, but the text that opens on line %(line)d stays open.")
        opened = error.context_mark.line + 1 if error.context_mark is not None else line
        return Finding((), rule % {"line": opened}, _("Put a quote at the end of that text."), opened)
    elif "flow" in context:
        rule = _("must close each bracket and put a comma between values, and here that goes wrong.")
        fix = _("Check the brackets, the commas and the quotes on this line and the one before.")
    elif "could not find expected ':'" in problem:
        rule = _("must have a colon and a space after a key, but none follows here.")
        fix = _("Write: key: value. Text of more lines goes indented under 'key: >'.")
    elif "cannot start any token" in problem:
        rule = _("may not begin a value with this character.")
        fix = _("Put the text in quotes.")
    elif "block" in context:
        rule = _("must be indented alike within one list or group, but this line stands elsewhere.")
        fix = _("Give it as many spaces as the line it belongs with.")
    else:
        rule = _("must be YAML, but here it cannot be read.")
        fix = _("Check this line and the one before: colon and space, quotes, brackets, indentation.")
    return Finding((), rule, fix, line)
