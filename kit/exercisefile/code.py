"""The little Python that a computation begins with and ends in: read, never run, when a file is checked."""

import ast

LONGEST = 1000
"""Characters of code that an exercise may have."""


def parsed(code: str) -> ast.Module | None:
    """The code as a tree; None where it is no Python, or too long to look at."""
    try:
        return ast.parse(code[: LONGEST + 1])
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def only_loads(code: str, table: str) -> bool:
    """Whether the code does nothing but load this table as `tabel`, with columns or an index chosen.

    Such as: tabel = kit.load_table("twente-steden").to_frame().set_index("id")["count"]
    """
    tree = parsed(code)
    if tree is None or len(code) > LONGEST:
        return False
    *before, last = tree.body or [ast.Pass()]
    imports = all(isinstance(line, ast.Import) and [a.name for a in line.names] == ["kit"] for line in before)
    if not imports or any(a.asname for line in before if isinstance(line, ast.Import) for a in line.names):
        return False
    match last:
        case ast.Assign(targets=[ast.Name(id="tabel")], value=value):
            return _loads(value, table)
    return False


def _loads(value: ast.expr, table: str) -> bool:
    match value:
        case ast.Subscript(value=inner, slice=columns) if _names(columns):
            return _loads(inner, table)
        case ast.Call(func=ast.Attribute(value=inner, attr="set_index"), args=[index], keywords=[]) if _names(index):
            return _loads(inner, table)
        case ast.Call(func=ast.Attribute(value=ast.Call() as load, attr="to_frame"), args=[], keywords=[]):
            match load:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="kit"), attr="load_table"),
                    args=[ast.Constant(value=name)],
                    keywords=[],
                ):
                    return bool(name == table)
    return False


def _names(value: ast.expr) -> bool:
    """Whether this is a text, or a list of texts, and no more."""
    those = value.elts if isinstance(value, ast.List) else [value]
    return all(isinstance(one, ast.Constant) and isinstance(one.value, str) for one in those)


def ends_in_answer(tree: ast.Module) -> bool:
    """Whether the last line gives `antwoord` a value."""
    match tree.body:
        case [*_, ast.Assign(targets=[ast.Name(id="antwoord")])]:
            return True
    return False
