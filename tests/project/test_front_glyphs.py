"""Which characters an output gets."""

import pytest

from kata.front.glyphs import ASCII, UNICODE, Glyphs, glyphs_for


@pytest.mark.parametrize(
    ("encoding", "environment", "expected"),
    [
        ("utf-8", {}, UNICODE),
        ("utf-8", {"LANG": "en_US.UTF-8"}, UNICODE),
        ("utf-8", {"LANG": "C"}, ASCII),
        ("utf-8", {"LANG": "C", "LC_CTYPE": "C.UTF-8"}, ASCII),
        ("utf-8", {"LANG": "C", "LC_ALL": "C.UTF-8"}, UNICODE),
        ("utf-8", {"LANG": "en_US.UTF-8", "LC_ALL": "POSIX"}, ASCII),
        ("latin-1", {"LANG": "de_DE"}, ASCII),
        (None, {}, ASCII),
        ("no such encoding", {}, ASCII),
    ],
)
def test_the_table_follows_encoding_and_locale(encoding, environment, expected):
    assert glyphs_for(encoding, environment) is expected


def test_ascii_glyphs_are_ascii():
    assert all(getattr(ASCII, name).isascii() for name in Glyphs.__slots__)


@pytest.mark.parametrize(
    "name", [name for name in Glyphs.__slots__ if name not in ("ellipsis", "dot", "next")]
)
def test_a_glyph_takes_one_column(name):
    assert len(getattr(ASCII, name)) == len(getattr(UNICODE, name)) == 1
