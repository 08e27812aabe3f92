"""An icon without a style sheet is no larger than a word."""

from pathlib import Path

from followup_site.publish.icons import BARE, size_icons


def test_every_bare_icon_gets_a_size_once(tmp_path: Path) -> None:
    """Other drawings keep theirs."""
    page = tmp_path / "index.html"
    page.write_text(f'{BARE}</svg><svg width="9" viewBox="0 0 24 24"></svg>')
    assert (1, 0) == (size_icons(tmp_path), size_icons(tmp_path))
    assert 1 == page.read_text().count('width="24" height="24"')
    assert '<svg width="9"' in page.read_text()
