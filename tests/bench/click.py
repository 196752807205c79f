"""Click to painted, load, bytes, server CPU and memory, and fifty people at once: against a plain page in the same run.

`python -m tests.bench.click` serves the app and, beside it, a page with the same picture and no server behind it, and
presses the same levels in both. It prints figures and their ratios, and asserts nothing.
"""

import http.server
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from anatomy import Supply, load
from anatomy.picture.assemble import assemble
from anatomy.tongue import tongue
from tests.bench.crowd import crowd
from tests.browser.conftest import FLAGS, free_port, serve

LEVELS = ["L5", "S1", "L3", "L4", "S2", "L2", "L1", "S3"]
PRESSES = 40
PEOPLE, SECONDS, EVERY = 50, 30, 2.0

PRESS = """async (level) => {
  const find = () => { const all = [document, ...[...document.querySelectorAll('*')].map(e => e.shadowRoot).filter(Boolean)];
    return all.map(d => d.querySelector('.nerveline')).find(Boolean); };
  const root = find();
  const start = performance.now();
  root.querySelector(`svg.wide .level[data-id="${level}"]`).dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  await new Promise(done => requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); }));
  return performance.now() - start;
}"""


def plain_page(folder: Path) -> None:
    """The picture alone, its script told nothing and telling no one."""
    assets = assemble(Supply(load()), tongue("en"))
    script = assets.js.replace("export default function", "window.run = function")
    start = "run({parentElement: document.body, data: {push: 1}, setStateValue: () => {}})"
    page = f"<!doctype html><meta charset=utf-8><style>{assets.css}</style><body class=stApp>{assets.html}<script type=module>{script}\n{start}</script>"
    (folder / "index.html").write_text(page, encoding="utf-8")


def static(folder: Path) -> int:
    """The port of a plain file server."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: Any, **more: Any) -> None:
            super().__init__(*args, directory=str(folder), **more)

        def log_message(self, *args: Any) -> None: ...

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return int(server.server_address[1])


def opened(context: BrowserContext, url: str) -> tuple[Page, float, int]:
    """A page with the picture painted, the milliseconds that took, and the bytes it loaded, unpacked."""
    page = context.new_page()
    size = [0]

    network = context.new_cdp_session(page)
    network.send("Network.enable")
    network.on("Network.dataReceived", lambda event: size.__setitem__(0, size[0] + event["dataLength"]))  # unpacked
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: size.__setitem__(0, size[0] + len(frame))))
    start = time.perf_counter()
    page.goto(url)
    page.wait_for_selector(".nerveline[data-painted]", state="attached")
    taken = (time.perf_counter() - start) * 1000
    page.wait_for_timeout(1500)
    return page, taken, size[0]


def presses(page: Page, pause: float) -> list[float]:
    """Milliseconds from each press to the frame that shows it."""
    taken = []
    for i in range(PRESSES):
        taken.append(float(page.evaluate(PRESS, LEVELS[i % len(LEVELS)])))
        page.wait_for_timeout(pause)
    return taken


def quantiles(taken: Iterable[float]) -> tuple[float, float]:
    """Median and 95th percentile."""
    kept = sorted(taken)
    return statistics.median(kept), kept[min(len(kept) - 1, round(0.95 * (len(kept) - 1)))]


ANSWERED = """async (level) => {
  const root = [...document.querySelectorAll('*')].map(e => e.shadowRoot).find(s => s && s.querySelector('.nerveline')).querySelector('.nerveline');
  const start = performance.now();
  root.querySelector(`svg.wide .level[data-id="${level}"]`).dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
  const wanted = 'Spinal level ' + level;
  while (performance.now() - start < 20000) {
    if ([...document.querySelectorAll('h2')].some(h => h.textContent.startsWith(wanted))) return performance.now() - start;
    await new Promise(done => setTimeout(done, 4));
  }
  return 20000;
}"""


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        plain_page(Path(folder))
        port, plain_port = free_port(), static(Path(folder))
        server = serve(port)
        try:
            with sync_playwright() as play:
                browser = play.chromium.launch(executable_path=chromium(), args=FLAGS)
                measure(browser, f"http://127.0.0.1:{port}", f"http://127.0.0.1:{plain_port}", server.pid)
                browser.close()
            many(f"ws://127.0.0.1:{port}/_stcore/stream", server.pid)
        finally:
            server.terminate()


def many(url: str, pid: int) -> None:
    """One person and then fifty, each pressing every two seconds: how long the server takes, and its memory."""
    alone = quantiles(1000 * t for t in crowd(url, 1, SECONDS / 2, EVERY))
    memory = psutil.Process(pid).memory_info().rss
    together = quantiles(1000 * t for t in crowd(url, PEOPLE, SECONDS, EVERY))
    more = (psutil.Process(pid).memory_info().rss - memory) / 1e6
    print(f"server, one person: median {alone[0]:.1f} ms, p95 {alone[1]:.1f}")
    print(f"server, {PEOPLE} people: median {together[0]:.1f} ms, p95 {together[1]:.1f}; p95 ratio {together[1] / alone[1]:.1f}")
    print(f"server memory at {PEOPLE} people above that at one: {more:.0f} MB")


def chromium() -> str | None:
    """The system's Chromium, None for Playwright's own."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def measure(browser: Browser, app: str, plain: str, pid: int) -> None:
    """One reader: press to painted, load, bytes, CPU a press."""
    fresh = lambda: browser.new_context(viewport={"width": 1280, "height": 900})  # noqa: E731
    first = fresh()
    opened(first, app)  # the first reader waits for the atlas; nobody after
    first.close()
    page, load_app, bytes_app = opened(fresh(), app)
    bare, load_plain, bytes_plain = opened(fresh(), plain)
    cpu = psutil.Process(pid).cpu_times()
    app_50, app_95 = quantiles(presses(page, 400))
    after = psutil.Process(pid).cpu_times()
    used = (after.user + after.system - cpu.user - cpu.system) * 1000 / PRESSES
    plain_50, plain_95 = quantiles(presses(bare, 400))
    words_50, words_95 = quantiles(float(page.evaluate(ANSWERED, level)) for level in LEVELS * 3)
    print(
        f"press to painted: app median {app_50:.1f} ms, p95 {app_95:.1f}; plain {plain_50:.1f}, {plain_95:.1f}; ratio {app_50 / plain_50:.2f}"
    )
    print(f"press to words:   median {words_50:.0f} ms, p95 {words_95:.0f}")
    print(f"load: app {load_app:.0f} ms, plain {load_plain:.0f} ms; ratio {load_app / load_plain:.1f}")
    print(f"bytes raw: app {bytes_app / 1e6:.2f} MB, plain {bytes_plain / 1e6:.2f} MB")
    print(f"server CPU a press: {used:.1f} ms")


if __name__ == "__main__":
    main()
