"""The app served on a free port, and a browser that stays on this machine."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parent.parent.parent
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]

PATIENCE = 60_000
"""Milliseconds that a busy machine may take for the longest answer; an answer that comes ends the waiting."""

WATCH = """
if (window.asked === undefined) {
    window.asked = 0  // when a run was asked for that has not begun; 0 when none
    const send = WebSocket.prototype.send
    WebSocket.prototype.send = function (told) { window.asked = performance.now(); return send.call(this, told) }
    const begun = seen => { if (seen.some(one => one.oldValue !== 'running')) window.asked = 0 }
    const what = { subtree: true, attributeOldValue: true, attributeFilter: ['data-test-script-state'] }
    new MutationObserver(begun).observe(document, what)
}"""
"""Whether a run was asked for is seen on the socket: Streamlit shows it only when the server has begun it."""

RESTS = """
document.querySelector('[data-testid=stApp]').dataset.testScriptState !== 'running'
    && (!window.asked || performance.now() - window.asked > 2000)"""
"""No run goes on, and none was asked for; what begins no run within two seconds was no call for one."""

IDLE = "new Promise(done => requestIdleCallback(() => requestIdleCallback(done)))"
"""The browser has drawn what came."""

expect.set_options(timeout=PATIENCE)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def serve(port: int) -> subprocess.Popen[bytes]:
    """The app, started and healthy."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.address", "127.0.0.1"]
    server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
            return server
        except OSError:
            time.sleep(0.1)
    server.kill()
    raise RuntimeError("the app did not start")


@pytest.fixture(scope="session")
def app() -> Iterator[str]:
    """The address of the running app."""
    port = free_port()
    server = serve(port)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(10)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium where there is one."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    return {**browser_type_launch_args, "args": FLAGS, **({"executable_path": found} if found else {})}


def open_page(page: Page, address: str) -> None:
    """Open the app in the student's voice, and wait until the picture is there and Streamlit rests."""
    open_plain(page, f"{address}&view=student" if "?" in address else f"{address.rstrip('/')}/?view=student", ".nerveline[data-painted]")


def open_plain(page: Page, address: str, wanted: str) -> None:
    """Open a page, wait for what is wanted there and until Streamlit rests."""
    page.set_default_timeout(PATIENCE)
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_selector(wanted, state="attached")
    rest(page)


def rest(page: Page) -> None:
    """Wait until Streamlit has stopped running and the page is drawn; what is drawn may ask for one more run."""
    for _ in range(2):
        page.wait_for_timeout(100)
        page.wait_for_function(RESTS)
        page.evaluate(IDLE)
