"""Runs a piece of JavaScript with functions of the package."""

import json
import subprocess
from collections.abc import Mapping

from followup_site.publish.bundle import PYFREEZE


def run(functions: Mapping[str, str], source: str) -> object:
    """Gives what a script says as JSON; `functions` tell which file of the package each is imported from."""
    imports = "".join(
        f"import {{ {name} }} from '{(PYFREEZE / 'src' / file).as_uri()}';\n" for name, file in functions.items()
    )
    command = ["node", "--input-type=module", "-e", imports + source]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout)
