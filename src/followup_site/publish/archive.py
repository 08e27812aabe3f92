"""Writes the built site into one zip, the same bytes for the same site."""

import zipfile
from pathlib import Path

from followup_site.publish.python_archive import FIRST_DAY

# Packed twice, these only take longer.
PACKED = (".br", ".gz", ".zip")


def write_archive(site: Path, target: Path) -> Path:
    """Gives the zip of a site, with the site's files at its root."""
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(site.rglob("*")):
            if path.is_file():
                _add(archive, path, path.relative_to(site).as_posix())
    return target


def _add(archive: zipfile.ZipFile, path: Path, name: str) -> None:
    entry = zipfile.ZipInfo(name, FIRST_DAY)
    # Readable for everybody, whatever the builder's own settings.
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
    archive.writestr(entry, path.read_bytes())
