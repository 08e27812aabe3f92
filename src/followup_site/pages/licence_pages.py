"""Shows what of others the site carries, each with its version and the text of its licence."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from followup_site.publish.licences import BILL, OURS, Shipped, shipped

HEAD = "<thead><tr><th>What</th><th>Version</th><th>What for</th><th>Licence</th></tr></thead>"


def licences(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-licences/>`."""
    rows = Markup("\n").join(_row(one) for one in shipped())
    return (
        f"<table>\n{HEAD}\n<tbody>\n{rows}\n</tbody>\n</table>\n\n"
        f'<p>The licence of After the Interview itself: <a href="{OURS}.txt">MIT</a>. '
        f'For machines, all of this is one <a href="{BILL}">bill of materials</a> (CycloneDX).</p>'
    )


def _row(one: Shipped) -> Markup:
    name = Markup('<a href="{}">{}</a>').format(one.source, one.name)
    licence = Markup('<a href="{}.txt">{}</a>').format(one.id, one.licence)
    return Markup("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>").format(
        name, escape(one.version), one.use, licence
    )
