"""Shows what of others the site carries, each with its version and the text of its licence."""

from collections.abc import Mapping

from followup_site.pages.rendering import rendered
from followup_site.publish.licences import BILL, OURS, shipped
from followup_site.words.wording import site_words


def licences(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-licences/>`."""
    bill = f'<a href="{BILL}">{site_words("pages.licences.bill")}</a>'
    said = site_words("pages.licences.own", link=f'<a href="{OURS}.txt">MIT</a>', bill=bill)
    return f"{rendered('licences', shipped=shipped())}\n\n<p>{said}</p>"
