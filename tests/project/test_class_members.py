"""Reading what strangers have filled: nothing leaves its place, nothing is followed, nothing is read beyond a limit."""

import io
import os
import tarfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from kata.front.classroom import members
from kata.front.classroom.members import Unusable, in_archive, in_folder


def zipped(entries: Sequence[tuple[str, bytes]], compression: int = zipfile.ZIP_STORED) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", compression) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return content.getvalue()


def tarred(*entries: tuple[tarfile.TarInfo, bytes], mode: str = "w:gz") -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode=mode) as archive:  # type: ignore[call-overload]
        for info, data in entries:
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return content.getvalue()


def why_not(member: members.Member) -> str:
    with pytest.raises(Unusable) as refused:
        member.read()
    return str(refused.value)


@pytest.mark.parametrize("ending", ["zip", "tar", "tar.gz", "tar.bz2", "tar.xz"])
def test_the_files_of_an_archive_can_be_read(ending: str) -> None:
    if ending == "zip":
        content = zipped([("a/b.py", b"one"), ("c.py", b"two")])
    else:
        mode = "w:" + ending.removeprefix("tar").removeprefix(".")
        content = tarred((tarfile.TarInfo("a/b.py"), b"one"), (tarfile.TarInfo("./c.py"), b"two"), mode=mode)
    found = in_archive(content, f"x.{ending}")
    assert [(member.parts, member.read()) for member in found] == [
        (("a", "b.py"), b"one"),
        (("c.py",), b"two"),
    ]


def test_names_that_lead_out_are_names_like_others() -> None:
    found = in_archive(
        zipped([("../../etc/passwd", b"x"), ("/root/y.py", b"y"), ("a\\..\\b.py", b"z")]), "x.zip"
    )
    assert [member.parts for member in found] == [
        ("..", "..", "etc", "passwd"),
        ("root", "y.py"),
        ("a", "..", "b.py"),
    ]


def test_links_in_a_tar_are_refused() -> None:
    link = tarfile.TarInfo("two_workers.py")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    hard = tarfile.TarInfo("schedule_early.py")
    hard.type, hard.linkname = tarfile.LNKTYPE, "two_workers.py"
    device = tarfile.TarInfo("checkpoints.py")
    device.type = tarfile.CHRTYPE
    for member in in_archive(tarred((link, b""), (hard, b""), (device, b"")), "x.tar.gz"):
        assert why_not(member) == "it is not a regular file"


def test_a_link_in_a_zip_is_refused() -> None:
    info = zipfile.ZipInfo("two_workers.py")
    info.external_attr = 0o120777 << 16
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    assert why_not(in_archive(content.getvalue(), "x.zip")[0]) == "it is a link"


def test_a_bomb_in_a_zip_is_read_no_further_than_the_limit() -> None:
    bomb = zipped([("two_workers.py", bytes(50_000_000))], zipfile.ZIP_DEFLATED)
    assert len(bomb) < 100_000
    assert why_not(in_archive(bomb, "x.zip")[0]) == "it is larger than 256 KB"


def test_a_bomb_in_a_tar_is_unpacked_no_further_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(Unusable, match="unpacks to more than"):
        in_archive(tarred((tarfile.TarInfo("two_workers.py"), bytes(9_000_000))), "x.tgz")


def test_what_is_no_archive_or_damaged_is_refused() -> None:
    whole = zipped([("a.py", b"x" * 1000)], zipfile.ZIP_DEFLATED)
    for content, name in [(b"", "x.zip"), (b"nonsense", "x.tar.gz"), (whole[: len(whole) // 2], "x.zip")]:
        with pytest.raises(Unusable, match="cannot be read"):
            in_archive(content, name)


def test_an_archive_of_too_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "MOST_MEMBERS", 10)
    with pytest.raises(Unusable, match="more than 10 files"):
        in_archive(zipped([(f"{number}.py", b"") for number in range(20)]), "x.zip")


def test_in_a_folder_only_regular_files_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "alice").mkdir()
    (tmp_path / "alice" / "a.py").write_bytes(b"fine")
    (tmp_path / "alice" / "b.py").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "alice" / "c.py")
    (tmp_path / "secret").write_bytes(b"x")
    os.link(tmp_path / "secret", tmp_path / "alice" / "d.py")
    (tmp_path / "alice" / "e.py").write_bytes(bytes(members.LARGEST_FILE + 1))
    (tmp_path / "loop").symlink_to(tmp_path)
    found = {member.place: member for member in in_folder(tmp_path)}
    assert found["alice/a.py"].read() == b"fine"
    assert why_not(found["alice/b.py"]) == "it is a link"
    assert why_not(found["alice/c.py"]) == "it is not a regular file"
    assert why_not(found["alice/d.py"]) == "it is a hard link"
    assert why_not(found["alice/e.py"]) == "it is larger than 256 KB"
    assert not any(place.startswith("loop/") for place in found)
