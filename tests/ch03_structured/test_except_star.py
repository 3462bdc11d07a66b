"""except_star: all the ValueErrors are handled, and everything else comes out as it was."""

from kata.judge import seconds
from kata.judge.trace import Error

MIXED = ["v1", ["o1", ["v2", "t1"], "v3"], "o2"]


def explain(trace):
    """The belief behind a run that did not end well."""
    error = trace.error_of_run or (trace.calls[-1].error if trace.calls else None)
    if error is not None and error.type == "TypeError":
        if "not iterable" in error.text and "ExceptionGroup" in error.text:
            return "a group is not a list of its members: they are in its attribute `exceptions`"
        if "catching ExceptionGroup with except*" in error.text:
            return "except* names the kind of error inside the group, not the group itself"
    return None


def is_value_error(name):
    return name[0] in "vn"


def names_in(tree):
    """The errors of a tree from front to back."""
    return [tree] if isinstance(tree, str) else [name for member in tree for name in names_in(member)]


def rest_of(tree):
    """The tree without its ValueErrors; None if nothing is left."""
    if isinstance(tree, str):
        return None if is_value_error(tree) else tree
    return [rest for member in tree if (rest := rest_of(member)) is not None] or None


def tree_of(error):
    """The tree of an exception that came out."""
    if error is None:
        return None
    if error.exceptions:
        return [tree_of(member) for member in error.exceptions]
    return error.known or f"another {error.type}"


def messages_of(error, level=1):
    """The messages of the groups that came out which are not those of their level."""
    if error is None or not error.exceptions:
        return []
    wrong = [] if error.text.startswith(f"level {level}") else [error.text]
    return wrong + [message for member in error.exceptions for message in messages_of(member, level + 1)]


def told_in(trace, who=None):
    """What the handler was told, call by call."""
    return [named(event.data["errors"]) for event in trace.happened("told", who)]


def named(value):
    """A list of exceptions by their names, groups as trees."""
    if isinstance(value, Error):
        return tree_of(value)
    if isinstance(value, list | tuple):
        return [named(item) for item in value]
    return value


def check_what_was_told(trace, tree):
    """The handler was called once, with all the ValueErrors, if there are any."""
    expected = [name for name in names_in(tree) if is_value_error(name)]
    told = told_in(trace)
    if not expected:
        assert told == [], (
            "without a ValueError, on_value_errors is not called at all, not even with an empty list"
        )
        return
    if all(name[0] == "n" for name in expected):
        assert told != [], (
            "a subclass of ValueError is a ValueError too, but on_value_errors was never called"
        )
    if isinstance(tree, list):
        assert told != [], (
            "on_value_errors was never called: a group is not a ValueError, even if it holds some"
        )
    assert told != [], "there was a ValueError, but on_value_errors was never called"
    assert len(told) == 1, (
        f"on_value_errors must be called once, with all the ValueErrors, not {len(told)} times"
    )
    errors = trace.happened("told")[0].data["errors"]
    assert not isinstance(errors, Error), (
        "on_value_errors wants a list of ValueErrors: an exception or a group of them is not a list"
    )
    assert isinstance(errors, list), "on_value_errors wants a list of ValueErrors"
    for item in told[0]:
        assert not isinstance(item, list), (
            "on_value_errors wants the ValueErrors themselves, but was told a group: groups can hold groups"
        )
        assert item in names_in(tree), (
            "on_value_errors must get the very exceptions that were raised, not new ones"
        )
        assert is_value_error(item), f"on_value_errors was told of {item}, which is no ValueError"
    missing = [name for name in expected if name not in told[0]]
    if missing and all(name[0] == "n" for name in missing):
        assert missing == [], f"{missing[0]} was not reported: a subclass of ValueError is a ValueError too"
    reported = f"{len(expected) - len(missing)} of {len(expected)} ValueErrors reported"
    if all(isinstance(member, str) for member in tree):
        assert missing == [], f"{reported}, though all of them were raised"
    assert missing == [], f"{reported}: a group can hold groups, at any depth"
    assert told[0] == expected, (
        "the ValueErrors must be reported once each, in the order in which they stand in the group"
    )


def check_the_rest(trace, tree):
    """What came out is the rest, nested as it was."""
    rest = rest_of(tree)
    came_out = tree_of(trace.error)
    if rest is None:
        assert came_out is None, (
            "the ValueErrors were handled and nothing else was raised, so nothing may come out of triage"
        )
        assert trace.result is None, "if the work failed, there is no value: triage returns None"
        return
    lost = [name for name in names_in(rest) if name not in names_in(came_out or [])]
    if came_out is None:
        assert lost == [], (
            f"{' and '.join(lost)} disappeared: only the ValueErrors are handled, the rest must come out"
        )
    handled = [name for name in names_in(came_out) if is_value_error(name)]
    assert handled == [], "the ValueErrors have been handled, and yet they came out of triage once more"
    assert lost == [], (
        f"{' and '.join(lost)} {'was' if len(lost) == 1 else 'were'} lost: more than one error can be left, and all "
        "of them must come out"
    )
    if isinstance(tree, str):
        assert came_out == rest, "an error that was not in a group must come out as it is, and not in a group"
    if came_out == [rest]:
        assert came_out == rest, "the rest came out in one group more than there was"
    assert came_out == rest, (
        "the rest must come out nested as it was: the same groups in groups, with the same errors"
    )


def check_no_error_of_its_own(trace, tree):
    """Nothing came out but what was raised."""
    for leaf in trace.error.leaves() if trace.error is not None else []:
        assert leaf.known in names_in(tree), explain(trace) or f"triage itself went wrong with {leaf}"


async def check(run, tree):
    trace = await run.play("failing", tree=tree)
    assert trace.who() == ["work"], "work must be called and awaited once"
    check_no_error_of_its_own(trace, tree)
    check_what_was_told(trace, tree)
    check_the_rest(trace, tree)
    assert trace.elapsed == seconds(1), "triage must be over when the work is over"


async def test_a_value_passes_through(run):
    trace = await run("working", value="a value")
    assert trace.who() == ["work"], "work must be called and awaited once"
    assert trace.result == "a value", "triage must return what the work returns"
    assert told_in(trace) == [], "the work went well, and on_value_errors must not be called"


async def test_a_value_error_by_itself(run):
    await check(run, "v1")


async def test_a_group_of_value_errors(run):
    await check(run, ["v1", "v2", "v3"])


async def test_groups_in_groups_with_other_errors(run):
    await check(run, MIXED)


async def test_what_is_no_value_error_comes_out_as_it_is(run):
    await check(run, "o1")
    await check(run, ["o1", ["t1", "o2"]])
