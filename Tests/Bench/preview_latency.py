#!/usr/bin/env python3
"""From save to screen: how long a preview takes to show what was saved.

    preview_latency.py PROGRAM PLATFORM [EDITS]

Starts a preview of a synthetic platform, saves one case study again and again, and prints the median, the 95th percentile
and the longest time, in milliseconds, from before the save until an open page is told (over its live channel), and
until that page's new HTML is there.
"""

from __future__ import annotations

import base64
import os
import signal
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path


class LiveChannel:
    """The WebSocket by which open pages are told (RFC 6455), as far as it is needed to listen."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.settimeout(30)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET /_terreau/live HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: http://localhost:{port}\r\n"
            f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {key}\r\n\r\n".encode()
        )
        self.bytes = b""
        while b"\r\n\r\n" not in self.bytes:
            self.bytes += self.socket.recv(65_536)
        self.bytes = self.bytes.split(b"\r\n\r\n", 1)[1]

    def take(self, count: int) -> bytes:
        while len(self.bytes) < count:
            more = self.socket.recv(65_536)
            if not more:
                raise SystemExit("the preview ended")
            self.bytes += more
        taken, self.bytes = self.bytes[:count], self.bytes[count:]
        return taken

    def message(self) -> bytes:
        while True:
            head = self.take(2)
            length = head[1] & 127
            if length > 125:
                length = int.from_bytes(self.take(2 if length == 126 else 8), "big")
            content = self.take(length)
            if head[0] & 15 == 1:
                return content


def get(port: int, path: str) -> bytes:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(
            f"GET {path}?terreau=brut HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n".encode()
        )
        answer = b""
        while more := connection.recv(65_536):
            answer += more
    return answer


def summary(times: list[float]) -> str:
    ordered = sorted(1_000 * time for time in times)
    late = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"median {statistics.median(ordered):6.1f}, 95 % {late:6.1f}, most {ordered[-1]:6.1f}"


def main(program: str, platform: Path, edits: int) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    preview = subprocess.Popen(
        [program, "preview", "--source", str(platform), "--port", str(port)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert preview.stdout is not None
        base = next(preview.stdout).split(f":{port}", 1)[1].strip()
        pages = next(line for line in preview.stdout if " pages, " in line).split()[1]
        studies = sorted((platform / "content/cas").glob("*.md"))
        study = studies[len(studies) // 2]
        text = study.read_text(encoding="utf-8")
        path = f"{base}cas/{study.stem}/"
        live = LiveChannel(port)
        live.message()
        told, shown = [], []
        for edit in range(edits):
            time.sleep(0.2)
            start = time.perf_counter()
            study.write_text(f"{text}\nPassage {edit}.\n", encoding="utf-8")
            live.message()
            told.append(time.perf_counter() - start)
            page = get(port, path)
            shown.append(time.perf_counter() - start)
            if f"Passage {edit}.".encode() not in page:
                raise SystemExit("the page shown isn’t the one saved")
        study.write_text(text, encoding="utf-8")
        print(f"  {pages:>6} pages, {edits} saves, ms: told {summary(told)}; page {summary(shown)}")
    finally:
        preview.send_signal(signal.SIGINT)
        preview.wait(10)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 25)
