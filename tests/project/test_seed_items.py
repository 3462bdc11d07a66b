"""Every program, claim and question of the five texts that the kata comes from has its exercise."""

from kata.layout import Layout
from kata.manifest import load

ITEMS_BY_SEED = (31, 24, 20, 12, 21)
POINTS = {
    1: {5, 10},
    2: {10},
    3: {15},
    4: {20},
    5: {30},
}  # by difficulty; the flagship is worth more than its 5

MANIFEST = load(Layout().manifest)


def test_each_item_is_covered_and_no_other_is_named() -> None:
    items = {f"S{seed}.{item}" for seed, most in enumerate(ITEMS_BY_SEED) for item in range(1, most + 1)}
    covered = {item for exercise in MANIFEST.exercises for item in exercise.covers}
    assert items - covered == set()
    assert covered - items == set()


def test_points_go_by_difficulty() -> None:
    for exercise in MANIFEST.exercises:
        assert exercise.points in POINTS[exercise.difficulty], exercise.name


def test_chapters_and_exercises_stand_in_order_and_each_chapter_has_its_lesson() -> None:
    assert [chapter.number for chapter in MANIFEST.chapters] == list(range(1, 13))
    for chapter in MANIFEST.chapters:
        assert (Layout().exercises / chapter.id / "README.md").is_file(), chapter.id
