"""A session from start to end by mouse, touch and keyboard; a press on the picture; a second device; everything deleted."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from anatomy import Supply
from anatomy.localise import Localiser
from anatomy.practice import chosen
from anatomy.practice.bank import Bank
from anatomy.practice.chosen import Chosen
from anatomy.practice.question import Form, Question
from anatomy.structures import Muscle
from tests.browser.conftest import free_port, open_plain, rest, serve

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with a data folder of its own."""
    patch, port = pytest.MonkeyPatch(), free_port()
    patch.setenv("NERVELINE_DATA", str(tmp_path_factory.mktemp("data")))
    patch.delenv("NERVELINE_STORE", raising=False)
    server = serve(port)
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(10)
    patch.undo()


@pytest.fixture(scope="module")
def bank(supply: Supply) -> Bank:
    """The questions, to know what is right."""
    return Bank(Localiser(supply))


def open_set(page: Page, app: str, kind: str, number: int) -> tuple[str, ...]:
    """Open a set of one kind and start it."""
    open_plain(page, f"{app}/practice?set=all~{kind}~{number}~7", "[data-testid=stButton]")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_text(f"0 of {number}")).to_be_visible()
    return (kind,)


def on_desk(page: Page, bank: Bank, kind: str) -> Question:
    """The question that is asked now."""
    expect(page.get_by_role("button", name=re.compile("^Next"))).to_have_count(0)
    rest(page)
    prompt = page.locator("h3").first.inner_text().strip()
    return next(q for q in bank.questions if q.kind == kind and q.prompt == prompt)


def go_on(page: Page, done: str) -> None:
    """Wait for the explanation, then go on."""
    expect(page.get_by_text(done, exact=True)).to_be_visible()
    page.get_by_role("button", name=re.compile("^Next")).click()
    expect(page.get_by_role("button", name=re.compile("^Next"))).to_have_count(0)
    rest(page)


def test_by_mouse(page: Page, app: str, bank: Bank) -> None:
    """A whole session: right answers and a wrong one, each explained with sources and the picture; an end that says what comes back."""
    open_set(page, app, "muscle-nerve", 5)
    for number in range(1, 6):
        question = on_desk(page, bank, "muscle-nerve")
        wanted = question.right[0] if number != 1 else next(c.id for c in question.choices if c.id not in question.right)
        label = next(c.label for c in question.choices if c.id == wanted)
        page.get_by_role("button", name=re.compile(f"^{re.escape(label)}")).first.click()
        expect(page.get_by_role("heading", name="Not this time" if number == 1 else "Right", exact=True)).to_be_visible()
        expect(page.get_by_text(question.explanation).first).to_be_visible()
        expect(page.locator(".judged li")).to_have_count(len(question.choices))
        expect(page.locator(".card summary", has_text="Who says so")).to_be_visible()
        go_on(page, f"{number} of 5")
    expect(page.get_by_text("Done: 4 of 5 right")).to_be_visible()
    expect(page.get_by_text("New to you, and right in the end")).to_be_visible()
    expect(page.get_by_text("Comes back next time")).to_be_visible()


def test_by_keyboard(page: Page, app: str) -> None:
    """Keys alone: 1 answers, Enter goes on, to the end."""
    open_set(page, app, "chief-root", 5)
    for number in range(1, 6):
        page.keyboard.press("1")
        expect(page.get_by_text(f"{number} of 5", exact=True)).to_be_visible()
        expect(page.get_by_role("button", name=re.compile("^Next"))).to_be_visible()
        rest(page)
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=re.compile("^Next"))).to_have_count(0)
        rest(page)
    expect(page.get_by_text(re.compile("Done: . of 5 right"))).to_be_visible()


def test_by_touch(browser: Browser, app: str, bank: Bank) -> None:
    """On a phone, with touch: boxes to tick, stops in order; nothing runs out at the side."""
    phone = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True).new_page()  # type: ignore[arg-type]
    open_set(phone, app, "muscle-roots", 1)
    question = on_desk(phone, bank, "muscle-roots")
    for root in question.right:
        phone.get_by_text(root, exact=True).last.tap()
        rest(phone)
    phone.get_by_role("button", name="Check", exact=True).tap()
    expect(phone.get_by_role("heading", name="Right", exact=True)).to_be_visible()
    assert phone.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth") <= 0
    open_set(phone, app, "route", 1)
    question = on_desk(phone, bank, "route")
    for stop in question.right:
        label = next(c.label for c in question.choices if c.id == stop)
        phone.get_by_role("button", name=re.compile(rf"^{re.escape(label)}(\s|$)")).first.tap()
        rest(phone)
    expect(phone.get_by_role("heading", name="Right", exact=True)).to_be_visible()
    phone.context.close()


@pytest.mark.parametrize(("kind", "right"), [("press-level", True), ("press-muscle", True), ("press-muscle", False), ("press-skin", True)])
def test_press_on_the_picture(page: Page, app: str, bank: Bank, kind: str, right: bool) -> None:
    """A press in the picture answers; before it the picture lights nothing and draws no line."""
    open_set(page, app, kind, 1)
    page.wait_for_selector(".nerveline[data-painted]", state="attached")
    question = on_desk(page, bank, kind)
    assert question.form is Form.PRESS
    assert page.locator(".nerveline svg.wide .strand").first.is_hidden() and page.locator(".pick.lit").count() == 0
    others = (m.id for m in bank.known.atlas.all(Muscle) if m.id not in question.right)
    wanted = question.right[0] if right else next(others)
    if kind == "press-muscle":  # a level is no muscle: a slip of the finger
        page.locator(".nerveline svg.wide [data-id='L1']").first.click(force=True)
        rest(page)
        expect(page.get_by_text("0 of 1")).to_be_visible()
    page.locator(f".nerveline svg.wide [data-id='{wanted}']").first.click(force=True)
    expect(page.get_by_role("heading", name="Right" if right else "Not this time", exact=True)).to_be_visible()


def test_a_muscle_by_its_name(page: Page, app: str, bank: Bank, supply: Supply) -> None:
    """Who cannot press a muscle chooses it by name."""
    open_set(page, app, "press-muscle", 1)
    question = on_desk(page, bank, "press-muscle")
    page.get_by_role("combobox", name="Press it on the picture").click()
    page.keyboard.type(supply.atlas.structures[question.right[0]].name)
    page.get_by_role("option", name=supply.atlas.structures[question.right[0]].name, exact=True).click()
    rest(page)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.get_by_role("heading", name="Right", exact=True)).to_be_visible()


def code_of(page: Page) -> str:
    """Make a code on the start page and read it."""
    page.get_by_role("button", name="Make a code").click()
    page.get_by_text("This is your code").wait_for()
    return page.locator("[data-testid=stCode] code").last.inner_text().strip()


def test_second_device_and_delete(browser: Browser, app: str) -> None:
    """What is answered under a code is there on another device; a slip is told; deleted, it is nobody's."""
    first = browser.new_context().new_page()
    open_plain(first, f"{app}/practice?set=all~chief-root~5~3", "[data-testid=stButton]")
    code = code_of(first)
    first.get_by_role("button", name="I have written it down").click()
    first.get_by_role("button", name="Start").click()
    for number in (1, 2):
        first.get_by_text(f"{number - 1} of 5", exact=True).wait_for()
        rest(first)
        first.keyboard.press("1")
        go_on(first, f"{number} of 5")
    first.context.close()
    second = browser.new_context(accept_downloads=True).new_page()
    open_plain(second, f"{app}/practice", "[data-testid=stButton]")
    enter(second, code[:-1] + ("a" if code[-1] != "a" else "o"))
    expect(second.get_by_text("This is not quite a practice code")).to_be_visible()
    enter(second, code.upper().replace("-", " "))
    expect(second.get_by_text("You practise with a code: 2 answers kept.")).to_be_visible()
    second.get_by_role("link", name="Progress").first.click()
    expect(second.get_by_text("2 answers,")).to_be_visible()
    for name, least in (("notes for Anki", 100_000), ("cards to print", 100_000)):
        with second.expect_download() as file:
            second.get_by_role("button", name=name).click()
        assert Path(file.value.path()).stat().st_size > least
    with second.expect_download() as download:
        second.get_by_role("button", name="Take everything of mine").click()
    assert Path(download.value.path()).read_text().count('"fact"') == 2
    second.get_by_role("button", name="Delete everything of mine").click()
    second.get_by_role("button", name="Yes, delete it all").click()
    expect(second.get_by_text("Nothing answered yet.")).to_be_visible()
    second.get_by_role("link", name="Practice").first.click()
    enter(second, code)
    expect(second.get_by_text("Nobody has this code.")).to_be_visible()
    second.context.close()


def enter(page: Page, code: str) -> None:
    """Type a code and go on with it."""
    field = page.get_by_label("I have a code")
    field.fill(code)
    field.press("Enter")
    rest(page)
    page.get_by_role("button", name="Go on with it").click()
    rest(page)


def test_the_same_set_for_everybody(browser: Browser, app: str, bank: Bank) -> None:
    """Two readers of one link are asked the same questions in the same order; a tampered link says so and harms nothing."""
    told = []
    for _ in range(2):
        page = browser.new_page()
        open_set(page, app, "muscle-nerve", 3)
        told.append(on_desk(page, bank, "muscle-nerve").id)
        page.close()
    assert told[0] == told[1]
    assert told[0] in {q.id for q in chosen.pick(Chosen((), ("muscle-nerve",), 3, 7), bank.questions)}
    page = browser.new_page()
    for value in ("nonsense", "all~muscle-nerve~999999~1", "<script>", "~~-1~0", "all~nothing~5~1", "a" * 2000):
        open_plain(page, f"{app}/practice?set={value}", "[data-testid=stButton]")
        expect(page.get_by_text("The link asks for a set that does not exist.")).to_be_visible()
    page.close()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (390, "light")])
def test_axe(browser: Browser, app: str, width: int, scheme: str) -> None:
    """Axe finds nothing serious or critical at the start, at a question, at its answer, on the progress page and on the hub."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    open_plain(page, f"{app}/practice", "[data-testid=stButton]")
    found = serious(page)
    open_set(page, app, "muscle-nerve", 5)
    found += serious(page)
    page.keyboard.press("1")
    page.get_by_role("button", name=re.compile("^Next")).wait_for()
    found += serious(page)
    if width > 400:  # the links of a phone stand in its menu
        page.get_by_role("link", name="Progress").first.click()
        page.get_by_text("Reviews to come").wait_for()
        found += serious(page)
    open_plain(page, f"{app}/learn", "h1")
    found += serious(page)
    page.close()
    assert found == []


def serious(page: Page) -> list[tuple[str, str]]:
    """What axe finds serious or critical."""
    page.wait_for_timeout(800)
    violations = Axe().run(page).response["violations"]
    return [(v["id"], v["nodes"][0]["html"][:200]) for v in violations if v["impact"] in ("serious", "critical")]


def test_where_nothing_can_be_kept(browser: Browser, tmp_path: Path) -> None:
    """With no place to write, the page says so in plain words, makes no code, and practice goes on."""
    (tmp_path / "file").write_text("")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NERVELINE_DATA", str(tmp_path / "file" / "data"))
        port = free_port()
        server = serve(port)
    page = browser.new_page()
    open_plain(page, f"http://127.0.0.1:{port}/practice", "[data-testid=stButton]")
    page.get_by_role("button", name="Make a code").click()
    expect(page.get_by_text("cannot be kept just now")).to_be_visible()
    expect(page.get_by_text("This is your code")).to_have_count(0)
    open_set(page, f"http://127.0.0.1:{port}", "chief-root", 1)
    page.keyboard.press("1")
    go_on(page, "1 of 1")
    expect(page.get_by_text(re.compile("Done: . of 1 right"))).to_be_visible()
    page.close()
    server.terminate()
    server.wait(10)
