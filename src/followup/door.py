"""The one door: JSON text in, JSON text out."""

import json


def answer(text: str) -> str:
    """Gives the answer to one request."""
    return json.dumps({"data": None, "fragment": "", "files": [], "problems": [], "asked": len(text)})
