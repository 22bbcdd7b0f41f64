"""Files, folders and globs as an archive."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from treatycheck.audit.archive import Settings
from treatycheck.audit.article import Failure
from treatycheck.audit.local.folders import FileObject, Folders
from treatycheck.audit.reading.read import read_object
from treatycheck.errors import InvalidInput

NAMES = ("a.txt", "feeds/one.rss", "feeds/old/two.rss", "notes/b.md", "notes/.hidden.md")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "keys"),
    [
        (["."], ["a.txt", "feeds/old/two.rss", "feeds/one.rss", "notes/b.md"]),
        (["feeds"], ["feeds/old/two.rss", "feeds/one.rss"]),
        (["./feeds/", "a.txt"], ["feeds/old/two.rss", "feeds/one.rss", "a.txt"]),
        (["feeds/*.rss"], ["feeds/one.rss"]),
        (["*s"], ["feeds/old/two.rss", "feeds/one.rss", "notes/b.md"]),
        (["**/*.rss"], ["feeds/old/two.rss", "feeds/one.rss"]),
        (["feeds", "feeds/one.rss"], ["feeds/old/two.rss", "feeds/one.rss"]),
        (["feeds/**"], ["feeds/old/two.rss", "feeds/one.rss"]),
    ],
)
def test_paths_lead_to_files_each_once(folder: Path, paths: list[str], keys: list[str]) -> None:
    found = [item.key for item in Folders(paths).objects()]
    assert found == keys
    assert all(Folders(paths).covers(key) for key in keys)


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("feeds", "feedsmore/a.rss"),
        ("feeds/*.rss", "feeds/old/two.rss"),
        ("feeds/*.rss", "more/feeds/one.rss"),
        ("a.txt", "a.txt.gz"),
        (".", "/elsewhere/a.txt"),
    ],
)
def test_what_a_path_does_not_lead_to_is_none_of_its_archive(folder: Path, path: str, key: str) -> None:
    assert not Folders([path]).covers(key)


def test_absolute_paths_stay_absolute(folder: Path) -> None:
    (found,) = Folders([str(folder / "notes")]).objects()
    assert found.key == f"{folder}/notes/b.md"


def test_a_file_named_like_a_glob_is_itself(folder: Path) -> None:
    (folder / "[a].txt").write_text("x")
    assert [item.key for item in Folders(["[a].txt"]).objects()] == ["[a].txt"]


def test_links_that_lead_round_and_nowhere_and_pipes_end_no_audit(folder: Path) -> None:
    (folder / "notes" / "loop").symlink_to(folder)
    (folder / "notes" / "none.txt").symlink_to("nowhere")
    os.mkfifo(folder / "notes" / "pipe")
    found = {item.key: item.fingerprint for item in Folders(["notes"]).objects()}
    assert found.keys() == {"notes/b.md", "notes/loop", "notes/none.txt"}
    assert read("notes/loop", Settings()) == "Is a directory"
    assert read("notes/none.txt", Settings()) == "No such file or directory"


def read(key: str, settings: Settings) -> str:
    """Why a file cannot be read."""
    (failure,) = read_object(FileObject(key, "", 0), settings)
    assert isinstance(failure, Failure)
    return failure.detail


def test_a_folder_that_cannot_be_listed_is_told_and_nothing_in_it_is_called_gone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def refused(path: str) -> Iterator[os.DirEntry[str]]:
        if path == "feeds/old":
            raise OSError(5, "Input/output error")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refused)
    archive = Folders(["feeds"])
    assert [item.key for item in archive.objects()] == ["feeds/old", "feeds/one.rss"]
    covered = [archive.covers(key) for key in ("feeds/old/two.rss", "feeds/old", "feeds/older.rss", "feeds/gone.rss")]
    assert covered == [False, True, True, True]


@pytest.mark.parametrize("path", ["nothing", "nothing/*.txt"])
def test_a_path_to_nothing_is_refused(folder: Path, path: str) -> None:
    with pytest.raises(InvalidInput, match="nothing is there"):
        Folders([path])


def test_fingerprints_change_with_the_content(folder: Path) -> None:
    before = {item.fingerprint for item in Folders(["a.txt"]).objects()}
    (folder / "a.txt").write_text("something else")
    assert before.isdisjoint({item.fingerprint for item in Folders(["a.txt"]).objects()})
