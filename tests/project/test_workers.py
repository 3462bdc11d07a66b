"""Shares of answers for the processes of one judge."""

from kata.judge.workers import fair_shares


def test_shares_cost_about_the_same() -> None:
    costs = {"a": 22, "b": 9, "c": 16, "d": 12, "e": 13, "f": 12, "g": 9, "h": 18}
    shares = fair_shares(list(costs), 2, costs.__getitem__)
    assert sorted(name for share in shares for name in share) == sorted(costs)
    assert sorted(sum(costs[name] for name in share) for share in shares) == [55, 56]


def test_one_that_costs_more_than_all_others_has_a_share_of_its_own() -> None:
    assert fair_shares([1, 2, 90, 3], 2, lambda cost: cost) == [[90], [3, 2, 1]]


def test_nobody_is_left_without_an_answer() -> None:
    assert sorted(map(len, fair_shares("abc", 3, lambda answer: 0))) == [1, 1, 1]
