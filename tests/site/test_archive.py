"""The zip of the site is the site, and always the same bytes."""

import os
import zipfile

import pytest

from followup_site.publish.archive import write_archive


@pytest.fixture
def site(tmp_path):
    """Gives a small site."""
    folder = tmp_path / "site"
    (folder / "guide").mkdir(parents=True)
    (folder / "index.html").write_text("<p>Home</p>" * 100)
    (folder / "guide" / "index.html").write_text("<p>Guide</p>")
    (folder / "index.html.br").write_bytes(bytes(range(256)))
    return folder


def test_the_zip_unpacks_to_the_site(site, tmp_path):
    """Every file is there under its own path."""
    zipfile.ZipFile(write_archive(site, tmp_path / "site.zip")).extractall(tmp_path / "out")
    files = {path.relative_to(site): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    out = tmp_path / "out"
    assert files == {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_the_same_site_gives_the_same_bytes(site, tmp_path):
    """Times and rights of the files on this machine do not count."""
    first = write_archive(site, tmp_path / "first.zip").read_bytes()
    os.utime(site / "index.html", (0, 10**9))
    (site / "guide" / "index.html").chmod(0o600)
    assert first == write_archive(site, tmp_path / "second.zip").read_bytes()


def test_what_is_packed_already_is_not_packed_again(site, tmp_path):
    """It would take time and save nothing."""
    entries = {one.filename: one for one in zipfile.ZipFile(write_archive(site, tmp_path / "site.zip")).infolist()}
    assert zipfile.ZIP_STORED == entries["index.html.br"].compress_type
    assert zipfile.ZIP_DEFLATED == entries["index.html"].compress_type
