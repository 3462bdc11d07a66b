"""Making mutants of a program: one small change each."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

SWAPPED: dict[type[ast.AST], list[type[ast.AST]]] = {
    ast.Lt: [ast.LtE, ast.GtE],
    ast.LtE: [ast.Lt, ast.Gt],
    ast.Gt: [ast.GtE, ast.LtE],
    ast.GtE: [ast.Gt, ast.Lt],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
    ast.Add: [ast.Sub],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Add],
    ast.And: [ast.Or],
    ast.Or: [ast.And],
}


@dataclass(frozen=True)
class Mutant:
    """`kind` and `line` say what was changed; `was` and `now` are the changed piece before and after."""

    kind: str
    line: int
    was: str
    now: str
    source: str


def mutants(source: str, contract: set[str]) -> Iterator[Mutant]:
    """Every mutant of what a module's `contract` names need; what only its demo needs is left alone."""
    tree = ast.parse(source)
    tree.body = [node for node in tree.body if not _is_demo(node)]
    _drop_annotations(tree)
    needed = _needed(tree, contract)
    mutable = {id(inner) for node in tree.body if _name(node) in needed for inner in ast.walk(node)}
    for index, node in enumerate(ast.walk(tree)):
        if id(node) not in mutable:
            continue
        for number, change in enumerate(_changes(node)):
            mutated = copy.deepcopy(tree)
            target = list(ast.walk(mutated))[index]
            changed = list(_changes(target))[number]
            was = ast.unparse(node)
            changed.apply()
            text = ast.unparse(ast.fix_missing_locations(mutated))
            try:
                compile(text, "mutant", "exec")
            except SyntaxError:
                continue
            now = "" if change.kind == "statement deleted" else ast.unparse(ast.fix_missing_locations(target))
            yield Mutant(change.kind, getattr(node, "lineno", 0), change.shown or was, now, text)


@dataclass
class _Change:
    kind: str
    node: ast.AST
    field: str
    value: object
    index: int | None = None
    shown: str = ""

    def apply(self) -> None:
        if self.index is None:
            setattr(self.node, self.field, self.value)
        else:
            getattr(self.node, self.field)[self.index] = self.value


def _changes(node: ast.AST) -> Iterator[_Change]:
    for field in ("body", "orelse", "finalbody"):
        statements = getattr(node, field, None)
        if isinstance(statements, list) and not isinstance(node, ast.Module | ast.ClassDef):
            for index, statement in enumerate(statements):
                if not isinstance(statement, ast.Pass) and not _is_docstring(statement):
                    shown = ast.unparse(statement)
                    yield _Change("statement deleted", node, field, ast.Pass(), index, shown)
    for field, value in ast.iter_fields(node):
        if isinstance(value, ast.Await):
            yield _Change("await removed", node, field, value.value)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, ast.Await):
                    yield _Change("await removed", node, field, item.value, index)
    if isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            for other in SWAPPED.get(type(operator), []):
                yield _Change("comparison changed", node, "ops", other(), index)
    elif isinstance(node, ast.BinOp | ast.AugAssign | ast.BoolOp):
        for other in SWAPPED.get(type(node.op), []):
            yield _Change("operator changed", node, "op", other())
    elif isinstance(node, ast.If | ast.While | ast.IfExp) and not _is_true(node.test):
        yield _Change("branch swapped", node, "test", ast.UnaryOp(ast.Not(), node.test))
    elif isinstance(node, ast.Constant) and node.value is not ...:
        for value in _other_constants(node.value):
            yield _Change("constant changed", node, "value", value)


def _other_constants(value: object) -> list[object]:
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int | float):
        return [value + 1, 0] if value not in (0, -1) else [value + 1]
    return []


def _is_true(test: ast.expr) -> bool:
    return isinstance(test, ast.Constant) and test.value is True


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _name(node: ast.stmt) -> str | None:
    """The name that a definition or an assignment of a module binds."""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.target.id
    return getattr(node, "name", None)


def _needed(tree: ast.Module, contract: set[str]) -> set[str]:
    """The names of the module that the names of the contract use, in their bodies, directly or not."""
    definitions = {name: node for node in tree.body if (name := _name(node)) is not None}
    needed: set[str] = set()
    new = contract & definitions.keys()
    while new:
        needed |= new
        used = {used for name in new for used in _uses(definitions[name])}
        new = (used & definitions.keys()) - needed
    return needed


def _uses(definition: ast.stmt) -> set[str]:
    """The names that a definition uses and does not get as parameters."""
    names = {node.id for node in ast.walk(definition) if isinstance(node, ast.Name)}
    return names - {node.arg for node in ast.walk(definition) if isinstance(node, ast.arg)}


def contract_of(scenarios: str) -> set[str]:
    """The names that scenarios take from an answer."""
    return {
        node.attr
        for node in ast.walk(ast.parse(scenarios))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "exercise"
    }


def _is_demo(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)


def _drop_annotations(tree: ast.Module) -> None:
    """Annotations, and defaults that only the demo uses, are no behaviour that a test could see."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            node.returns = None
            node.args.defaults = [
                ast.Constant(None) if isinstance(d, ast.Name) else d for d in node.args.defaults
            ]
        elif isinstance(node, ast.arg):
            node.annotation = None
