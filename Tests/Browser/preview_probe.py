"""A preview of a folder that tests write, told what they say."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from built_platform import PROJECT

PROGRAM = PROJECT / ".build/debug/PreviewProbe"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:"


def page(title: str, content: str = "") -> str:
    """A page under the strictest policy that sites have."""
    return (
        f'<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta http-equiv="content-security-policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="/a.css"></head>'
        f"<body><main><h1>{title}</h1>{content}</main></body></html>\n"
    )


class PreviewProbe:
    """A running preview of a folder."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self.number = 0
        self.process = subprocess.Popen(
            [PROGRAM, folder, str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()

    def tell(self, change: str = "nothing", problems: list[dict] | None = None, sheets: dict | None = None) -> None:
        self.number += 1
        news = {
            "number": self.number,
            "languageCode": "fr",
            "change": {change: {"_0": sheets} if sheets else {}},
            "problems": problems or [],
        }
        assert self.process.stdin
        self.process.stdin.write(json.dumps(news) + "\n")
        self.process.stdin.flush()

    def stop(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        assert self.process.wait(timeout=5) == 0


@contextmanager
def previewing(folder: Path, port: int = 0) -> Iterator[PreviewProbe]:
    probe = PreviewProbe(folder, port)
    yield probe
    if probe.process.poll() is None:
        probe.stop()
