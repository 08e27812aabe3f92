"""Nothing kept is lost, leaked or overwritten: hostile links, files and stores, two tabs, full disks, and every key."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from kept import interviews, keys, names, storages, version1
from night import EVERY
from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect
from strides import some
from telling import link

pytestmark = pytest.mark.browser

LIMIT_MS = 60_000
SOON_MS = 10_000
CASE = "followup:2:case:"
# What a tab holds beside the interviews once a tool was used: what its form holds, and which interview is worked on.
OF_THE_TAB = {"followup:tool:planner:asked", "followup:tool:shared", "followup:2:current"}
FULL = """Storage.prototype.setItem = new Proxy(Storage.prototype.setItem, { apply(set, place, told) {
    if (place === window.localStorage%s) throw new DOMException("", "QuotaExceededError");
    return Reflect.apply(set, place, told);
} });"""
REFUSED = (
    """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError"); } });"""
)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader with a memory of nothing; without Python, since keeping needs none."""
    opened = browser.new_context(service_workers="block", timezone_id="America/New_York", locale="en-US")
    opened.set_default_timeout(SOON_MS)
    opened.route("**/assets/runtime/**", lambda route: route.abort())
    yield opened
    opened.close()


@pytest.fixture
def asking(browser: Browser) -> Iterator[BrowserContext]:
    """A reader whose pages have Python."""
    opened = browser.new_context(service_workers="block", timezone_id="America/New_York", locale="en-US")
    opened.set_default_timeout(LIMIT_MS)
    yield opened
    opened.close()


def case(company: str, **more: Any) -> dict[str, Any]:
    """Gives an interview in New York."""
    held = {"format": "onsite", "date": "2027-01-07", "ends": "15:00", "zone": "America/New_York"}
    return {"company": company, "role": "Analyst", "country": "US", "rounds": [held], **more}


def visit(context: BrowserContext, address: str) -> Page:
    """Opens a page and waits until its tool lives."""
    page = context.new_page()
    page.goto(address)
    expect(page.locator("followup-tool:defined")).to_be_visible()
    return page


def with_two(context: BrowserContext, site_url: str) -> Page:
    """A planner in a browser that keeps Globex and Acme."""
    page = visit(context, f"{site_url}tools/planner/")
    page.evaluate("(text) => localStorage.setItem('followup:cases', text)", version1(case("Globex"), case("Acme")))
    page.reload()
    expect(company(page)).to_have_value("Globex")
    return page


def company(page: Page) -> Any:
    """Gives the control for the company."""
    return page.locator("[name=company]")


def type_company(page: Page, name: str) -> None:
    """Types a company; its field may be folded away, as it is before the first answer."""
    typed = "(one, name) => { one.value = name; one.dispatchEvent(new Event('input', { bubbles: true })); }"
    company(page).evaluate(typed, name)


def press(page: Page, attribute: str) -> None:
    """Presses the button that carries this attribute."""
    page.locator(f"followup-tool [{attribute}]").first.evaluate("(one) => one.click()")


def switch(page: Page) -> None:
    """Presses the box that keeps things in the browser, wherever it is folded."""
    press(page, "data-keep")


def saved(page: Page) -> str:
    """Gives the text of the file that "Save as a file" would save."""
    page.evaluate("() => { URL.createObjectURL = (blob) => { window.saved = blob.text(); return 'data:,' }; }")
    press(page, "data-save")
    return str(page.evaluate("window.saved"))


def browser_name(page: Page) -> str:
    """Gives which browser this is."""
    opened = page.context.browser
    assert opened is not None
    return opened.browser_type.name


def load(page: Page, text: str) -> None:
    """Loads a file."""
    file: FilePayload = {"name": "x.json", "mimeType": "application/json", "buffer": text.encode()}
    page.set_input_files("[data-load]", file)


def in_conflict(context: BrowserContext, site_url: str) -> tuple[Page, Page]:
    """Gives a page that holds Mine of an interview of which the other one has kept Theirs."""
    page = visit(context, f"{site_url}tools/planner/")
    type_company(page, "Acme")
    switch(page)
    other = visit(context, f"{site_url}tools/planner/")
    type_company(other, "Theirs")
    type_company(page, "Mine")
    expect(page.locator("[data-part=conflict]")).to_be_visible()
    return page, other


def take_back(page: Page, words: str) -> None:
    """Presses Undo behind these words."""
    said = page.locator("[data-part=undone] li").filter(has_text=words)
    said.get_by_role("button", name="Undo").click()


HOSTILE_LINKS = [
    [],
    [1],
    "null",
    "7",
    '"text"',
    "{",
    {"rounds": {"length": 1500}},
    {"rounds": {"length": 10**9}},
    {"rounds": "x" * 5000},
    {"rounds": [None]},
    {"rounds": [[]]},
    {"rounds": [{"interviewers": {"length": 9999}}]},
    {"rounds": [{"date": {"a": 1}}]},
    {"rounds": [{}] * 21},
    {"events": {"length": 4000}},
    {"closures": [{"length": 3}]},
    {"company": {"toString": 1}},
    {"company": ["Evil"]},
    {"company": "E" * 20_001},
    {"promise": []},
    {"unknown": 1},
    {"rounds": [{"extra": {"deep": 1}}]},
    '{"__proto__": {"polluted": 1}}',
    '{"constructor": {"prototype": {"polluted": 1}}}',
    '{"company": "Evil", "company": {"length": 1}}',
    "[" * 3000,
]


@pytest.mark.firefox_at_night
def test_no_hostile_link_replaces_damages_or_hides_what_is_kept(context: BrowserContext, site_url: str) -> None:
    """Each is refused in one sentence, in a moment, and stores nothing."""
    page = with_two(context, site_url)
    before = interviews(page, "browser")
    for told in some(HOSTILE_LINKS, check=7, test=7):
        page.goto("about:blank")
        page.goto(site_url + link(told))
        expect(page.locator("[data-part=refused]"), str(told)[:60]).to_be_visible(timeout=5_000)
        assert before == interviews(page), told
        expect(company(page)).to_have_value("Globex")


PATHS = [
    "__proto__.polluted=1",
    "answers.__proto__.polluted=1",
    "constructor.prototype.polluted=1",
    "__proto__[0].polluted=1",
    "a.constructor.constructor=1",
    "company=1&company.length.x=2",
    "rounds[99999999].date=1",
    "rounds[0][0][0]=1",
    "hasOwnProperty=1",
    "=1&[]=2&.=3",
]


@pytest.mark.firefox_at_night
def test_no_path_in_an_address_reaches_the_prototype(context: BrowserContext, site_url: str) -> None:
    """On the page whose answers stand there, and on the one that keeps a case."""
    page = with_two(context, site_url)
    before = interviews(page, "browser")
    tools = ("what-now", "planner", "writer")
    # By day each path is tried on one of the three.
    for at, tool in enumerate(tools):
        for path in PATHS if EVERY else PATHS[at :: len(tools)]:
            page.goto("about:blank")
            page.goto(f"{site_url}tools/{tool}/#answers.where=waiting&{path}")
            expect(page.locator("followup-tool:defined")).to_be_visible()
            assert page.evaluate("({}).polluted === undefined && typeof ({}).hasOwnProperty === 'function'"), path
    assert before == [one for one in interviews(page, "browser") if one["name"]]


@pytest.mark.firefox_at_night
def test_a_link_opens_beside_and_twice_only_once(context: BrowserContext, site_url: str) -> None:
    """What it tells is the third interview; the same link again is no fourth."""
    page = with_two(context, site_url)
    for _ in range(2):
        page.goto("about:blank")
        page.goto(site_url + link(case("Initech")))
        expect(company(page)).to_have_value("Initech")
    page.goto("about:blank")
    page.goto(f"{site_url}tools/planner/#company=Hooli")
    expect(company(page)).to_have_value("Hooli")
    # One answer alone is no interview yet; it is one with the next that is told.
    assert ["Globex", "Acme", "Initech"] == names(page, "browser")
    type_company(page, "Hooli Ltd")
    page.goto("about:blank")
    page.goto(f"{site_url}tools/planner/")
    expect(company(page)).to_have_value("Hooli Ltd")
    assert ["Globex", "Acme", "Initech", "Hooli Ltd"] == names(page, "browser")
    assert 4 == len({one["fields"]["id"] for one in interviews(page)})


HOSTILE_FILES = [
    ("[]", "cannot be read"),
    ("null", "cannot be read"),
    ('{"rounds": []}', "no interview in this file"),
    ('{"rounds": [], "company": "", "promise": {"kind": ""}}', "no interview in this file"),
    ('{"rounds": {"length": 1500}}', "cannot be read"),
    ('{"version": 1, "current": "1", "cases": {}}', "no interview in this file"),
    ('{"version": 1, "current": "1", "cases": []}', "cannot be read"),
    ('{"version": 2, "cases": {"a": {"fields": []}}}', "cannot be read"),
    ('{"version": 3, "cases": {}}', "newer version"),
    ('{"version": 1, "cases": {"__proto__": {"fields": {"__proto__": {"polluted": 1}}}}}', "cannot be read"),
    ("x" * 100, "cannot be read"),
]


@pytest.mark.firefox_at_night
def test_no_file_replaces_anything(context: BrowserContext, site_url: str) -> None:
    """What is no interview is refused; what is one stands beside, and can be taken back alone."""
    page = with_two(context, site_url)
    before = interviews(page, "browser")
    for text, words in HOSTILE_FILES:
        load(page, text)
        expect(page.locator("[data-part=status]"), text).to_contain_text(words)
        assert before == interviews(page), text
    load(page, json.dumps(case("Initech")))
    expect(company(page)).to_have_value("Initech")
    load(page, version1(case("Hooli"), {"company": "Broken", "rounds": {"length": 3}}))
    expect(page.locator("[data-part=status]")).to_contain_text("Loaded in part")
    load(page, version1(case("Globex"), case("Acme")))
    expect(page.locator("[data-part=status]")).to_contain_text("here already")
    assert ["Globex", "Acme", "Initech", "Hooli"] == names(page, "browser")
    type_company(page, "Hooli and sons")
    # The first of two loadings is taken back, and what was typed since stays.
    page.locator("[data-part=undone] li").nth(1).get_by_role("button", name="Undo").click()
    assert ["Globex", "Acme", "Hooli and sons"] == names(page, "browser")


def test_a_saved_file_brings_back_everything(context: BrowserContext, site_url: str) -> None:
    """After forgetting; ids and all, so that calendar entries are not doubled."""
    page = with_two(context, site_url)
    before = [one["fields"] for one in interviews(page)]
    text = saved(page)
    press(page, "data-forget")
    expect(company(page)).to_have_value("")
    load(page, text)
    expect(company(page)).to_have_value("Globex")
    assert before == [one["fields"] for one in interviews(page, "tab")]


def test_every_key_after_every_switch(context: BrowserContext, site_url: str) -> None:
    """What the page says of storage is true to the byte."""
    page = visit(context, f"{site_url}tools/planner/")
    assert {"tab": set(), "browser": set()} == keys(page)
    box = page.locator(".keeping [data-keep]")
    type_company(page, "Acme")
    assert {CASE, "followup:2:current", "followup:tool:shared"} == keys(page)["tab"]
    assert set() == keys(page)["browser"]
    switch(page)
    assert {"followup:2:current", "followup:tool:shared"} == keys(page)["tab"]
    assert {CASE, "followup:2:keep", "followup:2:current"} >= keys(page)["browser"] >= {CASE, "followup:2:keep"}
    page.reload()
    # The box shows the truth, and a look adds nothing.
    expect(box).to_be_checked()
    expect(company(page)).to_have_value("Acme")
    assert ["Acme"] == names(page, "browser")
    assert [] == names(page, "tab")
    switch(page)
    assert set() == keys(page)["browser"]
    assert ["Acme"] == names(page, "tab")
    page.reload()
    expect(box).not_to_be_checked()
    expect(company(page)).to_have_value("Acme")
    switch(page)
    press(page, "data-forget")
    expect(company(page)).to_have_value("")
    assert {"tab": set(), "browser": set()} == keys(page)


def test_forgetting_reaches_the_other_tabs(context: BrowserContext, site_url: str) -> None:
    """What they held for themselves as well."""
    other = visit(context, f"{site_url}tools/planner/")
    type_company(other, "Acme")
    page = visit(context, f"{site_url}tools/planner/")
    press(page, "data-forget")
    expect(company(other)).to_have_value("")
    assert {"tab": set(), "browser": set()} == keys(other)


@pytest.mark.firefox_at_night
def test_the_copies_that_the_first_version_left_behind_are_gone(context: BrowserContext, site_url: str) -> None:
    """It put a whole copy aside at each load, also where nothing was to be kept."""
    page = visit(context, f"{site_url}tools/planner/")
    page.evaluate("(text) => localStorage.setItem('followup:cases:unread', text)", version1(case("Acme")))
    page.reload()
    expect(company(page)).to_have_value("")
    assert set() == keys(page)["browser"]
    page.evaluate(
        "(text) => { for (const key of ['followup:cases', 'followup:cases:unread']) localStorage.setItem(key, text) }",
        version1(case("Acme")),
    )
    page.reload()
    expect(company(page)).to_have_value("Acme")
    assert {CASE, "followup:2:keep", "followup:2:current"} == keys(page)["browser"]


@pytest.mark.firefox_at_night
def test_what_was_kept_before_keeps_the_names_of_its_calendar_entries(context: BrowserContext, site_url: str) -> None:
    """Company and role, the number of a twin, the day of a confidential one; of two alike the first has the name."""
    held = {"format": "onsite", "date": "2027-01-05", "zone": "Europe/London", "interviewers": [{"name": "Dana"}]}
    page = visit(context, f"{site_url}tools/planner/")
    text = version1(
        case("Acme "),
        case("Acme", twin="2"),
        {"company": "", "rounds": [{"date": "2027-01-09"}]},
        {"company": "", "rounds": [{"date": "2027-01-09", "zone": "Europe/Rome"}]},
        case("Acme", rounds=[held]),
    )
    page.evaluate("(text) => localStorage.setItem('followup:cases', text)", text)
    page.reload()
    expect(company(page)).to_have_value("Acme ")
    wanted = [
        "Acme\nAnalyst\n2027-01-07\nAmerica/New_York",
        "Acme\nAnalyst\n2",
        "2027-01-09",
        "2027-01-09\n2027-01-09\nEurope/Rome",
        "Acme\nAnalyst",
    ]
    assert wanted == [one["fields"]["id"] for one in interviews(page)]
    type_company(page, "Renamed")
    assert wanted[0] == interviews(page)[0]["fields"]["id"]


def test_two_tabs_on_two_interviews_never_meet(context: BrowserContext, site_url: str) -> None:
    """The older tab is loaded again and typed in: the newer one's interview is still there."""
    page = visit(context, f"{site_url}tools/planner/")
    type_company(page, "Acme")
    switch(page)
    other = visit(context, f"{site_url}tools/planner/")
    other.evaluate("sessionStorage.setItem('followup:2:current', 'another')")
    other.reload()
    type_company(other, "Globex")
    page.reload()
    type_company(page, "Acme!")
    other.close()
    assert {"Acme!", "Globex"} == set(names(page, "browser"))
    expect(page.locator("[data-part=conflict]")).to_be_hidden()


@pytest.mark.parametrize(
    ("deed", "kept"),
    [("data-keep-both", {"Theirs", "Mine"}), ("data-take-other", {"Theirs"}), ("data-keep-mine", {"Mine"})],
)
def test_two_tabs_on_one_interview_ask(context: BrowserContext, site_url: str, deed: str, kept: set[str]) -> None:
    """A reload does not disarm the question, and what was decided can be taken back."""
    page, _ = in_conflict(context, site_url)
    conflict = page.locator("[data-part=conflict]")
    page.reload()
    expect(conflict).to_be_visible()
    expect(company(page)).to_have_value("Mine")
    type_company(page, "Mine")
    assert ["Theirs"] == names(page, "browser")
    conflict.locator(f"[{deed}]").click()
    expect(conflict).to_be_hidden()
    assert kept == set(names(page, "browser"))
    assert [] == names(page, "tab")
    if deed != "data-keep-both":
        page.locator("[data-part=undone]").get_by_role("button", name="Undo").click()
        expect(conflict).to_be_visible()
        assert (["Theirs"], ["Mine"]) == (names(page, "browser"), names(page, "tab"))


@pytest.mark.firefox_at_night
@pytest.mark.parametrize(
    ("deed", "words", "in_browser", "in_tab"),
    [
        ("data-keep-mine", "Kept what is here", "Theirs", "An hour later"),
        ("data-take-other", "Taken from the other tab", "An hour later", "Mine"),
    ],
)
def test_what_was_typed_after_a_decision_outlives_its_undo(
    context: BrowserContext, site_url: str, deed: str, words: str, in_browser: str, in_tab: str
) -> None:
    """Undo asks again between what is kept at that moment and what gave way."""
    page, _ = in_conflict(context, site_url)
    press(page, deed)
    type_company(page, "An hour later")
    take_back(page, words)
    expect(page.locator("[data-part=conflict]")).to_be_visible()
    assert ([in_browser], [in_tab]) == (names(page, "browser"), names(page, "tab"))


@pytest.mark.firefox_at_night
@pytest.mark.parametrize(
    ("deed", "words", "gave_way"),
    [("data-keep-mine", "Kept what is here", "Theirs"), ("data-take-other", "Taken from the other tab", "Mine")],
)
def test_a_decision_taken_back_in_the_next_conflict_loses_none_of_three(
    context: BrowserContext, site_url: str, deed: str, words: str, gave_way: str
) -> None:
    """What gave way stands beside the two that are to be decided on."""
    page, other = in_conflict(context, site_url)
    press(page, deed)
    other.reload()
    type_company(other, "Third")
    type_company(page, "Fourth")
    take_back(page, words)
    expect(page.locator("[data-part=conflict]")).to_be_visible()
    assert (sorted(["Third", gave_way]), ["Fourth"]) == (sorted(names(page, "browser")), names(page, "tab"))
    assert 2 == len({one["fields"]["id"] for one in interviews(page)})


@pytest.mark.firefox_at_night
def test_no_longer_keeping_in_a_conflict_keeps_both_versions(context: BrowserContext, site_url: str) -> None:
    """The other tab's version stands beside, as an interview of its own."""
    page, _ = in_conflict(context, site_url)
    switch(page)
    assert set() == keys(page)["browser"]
    assert ["Mine", "Theirs"] == sorted(names(page, "tab"))
    assert 2 == len({one["fields"]["id"] for one in interviews(page)})
    expect(company(page)).to_have_value("Mine")


@pytest.mark.firefox_at_night
def test_a_tab_without_room_takes_nothing_and_the_browser_keeps_all(context: BrowserContext, site_url: str) -> None:
    """Half of it in the tab would soon be older than what the browser holds."""
    page = with_two(context, site_url)
    page.evaluate("sessionStorage.clear()")
    second = "told[0].includes(':case:') && (window.cases = (window.cases ?? 0) + 1) > 1"
    page.evaluate(f"() => {{ {FULL % f' || place === window.sessionStorage && {second}'} }}")
    switch(page)
    expect(page.locator("[data-part=status]")).to_contain_text("so this browser still keeps it")
    assert (["Globex", "Acme"], []) == (names(page, "browser"), names(page, "tab"))


@pytest.mark.firefox_at_night
def test_what_another_tab_deleted_comes_back_as_the_same(context: BrowserContext, site_url: str) -> None:
    """With its id, so that nobody's calendar gets its entries twice, and under the name that it was given."""
    page = with_two(context, site_url)
    text = storages(page)["browser"]
    key = next(name for name in text if name.startswith(CASE) and "Globex" in text[name])
    other = visit(context, f"{site_url}tools/planner/")
    other.evaluate("(key) => localStorage.removeItem(key)", key)
    # A look brings nothing back.
    page.locator("followup-tool").evaluate("(tool) => { tool.ask() }")
    assert ["Acme"] == names(page)
    type_company(page, "Globex 2")
    again = json.loads(storages(page)["browser"][key])
    was = json.loads(text[key])
    assert ("Globex 2", was["fields"]["id"], was["made"]) == (again["name"], again["fields"]["id"], again["made"])


@pytest.mark.firefox_at_night
def test_a_page_keeps_to_its_interview_while_another_tab_turns_to_the_next(
    context: BrowserContext, site_url: str
) -> None:
    """What its form holds is written into no other interview."""
    other = with_two(context, site_url)
    page = visit(context, f"{site_url}tools/planner/")
    expect(company(page)).to_have_value("Globex")
    other.goto("about:blank")
    other.goto(site_url + link(case("Acme")))
    expect(company(other)).to_have_value("Acme")
    type_company(page, "Globex 2")
    assert ["Globex 2", "Acme"] == names(page, "browser")
    page.reload()
    expect(company(page)).to_have_value("Globex 2")


@pytest.mark.firefox_at_night
def test_what_a_later_version_wrote_meanwhile_is_not_written_over(context: BrowserContext, site_url: str) -> None:
    """It cannot be read here: this tab holds its own version, says so, and gives both when it lets the browser go."""
    page, other = in_conflict(context, site_url)
    later = '{"version": 3, "fields": {"company": "Later"}}'
    key = next(name for name in storages(page)["tab"] if name.startswith(CASE))
    other.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, later])
    type_company(page, "Mine 2")
    expect(page.locator("[data-part=unkept]")).to_be_visible()
    page.reload()
    expect(company(page)).to_have_value("Mine 2")
    assert later == storages(page)["browser"][key]
    switch(page)
    held = storages(page)["tab"]
    assert later in held.values()
    assert "Mine 2" == json.loads(held[key])["name"]


@pytest.mark.firefox_at_night
def test_news_of_a_lost_race_does_not_replace_what_was_typed_since(context: BrowserContext, site_url: str) -> None:
    """The news may come after the next key."""
    page = visit(context, f"{site_url}tools/planner/")
    switch(page)
    type_company(page, "Acme")
    both = storages(page)["browser"]
    key = next(name for name in both if name.startswith(CASE))
    there = json.dumps({**json.loads(both[key]), "name": "Theirs", "revision": "of another tab"})
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, there])
    type_company(page, "Acme and more")
    late = "([key, newValue]) => { dispatchEvent(new StorageEvent('storage', { key, newValue })) }"
    page.evaluate(late, [key, there])
    expect(page.locator("[data-part=conflict]")).to_be_visible()
    assert (["Theirs"], ["Acme and more"]) == (names(page, "browser"), names(page, "tab"))


@pytest.mark.firefox_at_night
@pytest.mark.parametrize(
    ("script", "words"),
    [
        (FULL % "", "This tab holds it until you close it"),
        (REFUSED, "It is in this tab"),
        (FULL % " || place === window.sessionStorage", "gone when you reload"),
    ],
    ids=["full", "refused", "no room at all"],
)
def test_a_storage_that_keeps_nothing_is_told_at_once(
    context: BrowserContext, site_url: str, script: str, words: str
) -> None:
    """The box stays empty, the typing stays in the tab where there is room, and a file is offered."""
    context.add_init_script(script)
    page = visit(context, f"{site_url}tools/planner/")
    type_company(page, "Acme")
    box = page.locator(".keeping [data-keep]")
    switch(page)
    expect(box).not_to_be_checked()
    expect(page.locator("[data-part=status]")).to_contain_text("It is in this tab")
    expect(page.locator("[data-part=unkept] p, [data-part=status]").get_by_text(words).first).to_be_attached()
    assert "Acme" in saved(page)
    if "sessionStorage" not in script:
        page.reload()
        expect(company(page)).to_have_value("Acme")


@pytest.mark.firefox_at_night
def test_a_disk_that_fills_up_while_things_are_kept_loses_nothing(context: BrowserContext, site_url: str) -> None:
    """No false word of another tab; the newest typing is in the tab, and goes to the browser once there is room."""
    page = with_two(context, site_url)
    page.evaluate(f"() => {{ {FULL % ''} }}")
    type_company(page, "Globex 2")
    expect(page.locator("[data-part=unkept]")).to_be_visible()
    expect(page.locator("[data-part=conflict]")).to_be_hidden()
    expect(page.locator("[data-part=unkept]").get_by_role("button", name="Save as a file")).to_be_visible()
    assert (["Globex 2"], ["Globex", "Acme"]) == (names(page, "tab"), names(page, "browser"))
    page.reload()
    expect(company(page)).to_have_value("Globex 2")
    expect(page.locator("[data-part=unkept]")).to_be_hidden()
    assert ([], ["Globex 2", "Acme"]) == (names(page, "tab"), names(page, "browser"))


@pytest.mark.firefox_at_night
def test_what_was_kept_before_waits_until_there_is_room(context: BrowserContext, site_url: str) -> None:
    """The old text goes only when each of its interviews was written and read back."""
    page = visit(context, f"{site_url}tools/planner/")
    old = version1(case("Globex"), case("Acme"))
    page.evaluate("(text) => localStorage.setItem('followup:cases', text)", old)
    context.add_init_script("if (!sessionStorage.room) { " + FULL % "" + " }")
    page.reload()
    expect(company(page)).to_have_value("Globex")
    assert old == storages(page)["browser"]["followup:cases"]
    page.evaluate("sessionStorage.room = 'yes'")
    page.reload()
    expect(company(page)).to_have_value("Globex")
    assert ["Globex", "Acme"] == names(page, "browser")
    assert "followup:cases" not in storages(page)["browser"]


@pytest.mark.firefox_at_night
def test_a_file_of_all_that_a_browser_holds_is_loaded_again(context: BrowserContext, site_url: str) -> None:
    """However many interviews of whatever length: each has its own bound."""
    page = visit(context, f"{site_url}tools/planner/")
    many = "(text) => { for (const key of Object.keys(text)) localStorage.setItem(key, text[key]); }"
    long = {**case("Acme"), "role": "r" * 18_000}
    entries = {
        f"{CASE}{at}": json.dumps(
            {
                "version": 2,
                "name": f"{at}",
                "named": True,
                "made": at,
                "revision": f"{at}",
                "fields": {**long, "id": f"{at}"},
            }
        )
        for at in range(130)
    }
    page.evaluate(many, {"followup:2:keep": "yes", **entries})
    page.reload()
    text = saved(page)
    assert 2_300_000 < len(text)
    press(page, "data-forget")
    expect(company(page)).to_have_value("")
    load(page, text)
    expect(page.locator("[data-part=status]")).to_contain_text("Loaded.")
    assert [f"{at}" for at in range(130)] == names(page)


@pytest.mark.firefox_at_night
def test_a_file_saved_in_a_conflict_holds_both_versions(context: BrowserContext, site_url: str) -> None:
    """Whoever then forgets everything loads two interviews."""
    page, _ = in_conflict(context, site_url)
    text = saved(page)
    press(page, "data-forget")
    expect(company(page)).to_have_value("")
    load(page, text)
    expect(page.locator("[data-part=status]")).to_contain_text("Loaded.")
    assert ["Mine", "Theirs"] == sorted(names(page))
    assert 2 == len({one["fields"]["id"] for one in interviews(page)})


@pytest.mark.firefox_at_night
def test_a_file_that_cannot_be_read_at_all_is_told(context: BrowserContext, site_url: str) -> None:
    """As when it lies on a stick that was pulled out."""
    page = visit(context, f"{site_url}tools/planner/")
    page.evaluate("() => { Blob.prototype.text = () => Promise.reject(new DOMException('', 'NotReadableError')); }")
    load(page, json.dumps(case("Initech")))
    expect(page.locator("[data-part=status]")).to_contain_text("cannot be read")
    assert [] == interviews(page)


@pytest.mark.firefox_at_night
def test_a_loading_taken_back_loses_nothing_that_was_typed_since(context: BrowserContext, site_url: str) -> None:
    """What was worked on goes with the rest, and can be brought back by itself."""
    page = with_two(context, site_url)
    load(page, version1(case("Initech"), case("Hooli")))
    expect(company(page)).to_have_value("Initech")
    type_company(page, "Initech and more")
    take_back(page, "Loaded beside")
    expect(company(page)).to_have_value("Globex")
    assert ["Globex", "Acme"] == names(page)
    take_back(page, "Initech and more")
    expect(company(page)).to_have_value("Initech and more")
    assert ["Globex", "Acme", "Initech and more"] == names(page)


@pytest.mark.firefox_at_night
def test_a_person_who_was_removed_comes_back_beside_what_was_typed_since(
    context: BrowserContext, site_url: str
) -> None:
    """Each deed has its own undo."""
    page = visit(context, f"{site_url}tools/planner/")
    people = [{"name": "Dana"}, {"name": "Sam"}, {"name": "Kim"}]
    held = {**case("Acme")["rounds"][0], "interviewers": people}
    page.goto("about:blank")
    page.goto(site_url + link(case("Acme", rounds=[held])))
    names_of = "[name^='rounds[0].interviewers'][name$='.name']"
    expect(page.locator(names_of)).to_have_count(3)
    for name in ("Sam", "Dana"):
        index = page.locator(names_of).evaluate_all("(all, name) => all.findIndex((one) => one.value === name)", name)
        item = page.locator(names_of).nth(index).locator("xpath=ancestor::*[@data-item][1]")
        item.locator("[data-remove]").last.evaluate("(one) => one.click()")
    expect(page.locator(names_of)).to_have_count(1)
    type_company(page, "Acme!")
    page.locator("[data-part=undone] li").filter(has_text="Sam").get_by_role("button", name="Undo").click()
    expect(page.locator(names_of)).to_have_count(2)
    page.locator("[data-part=undone] li").filter(has_text="Dana").get_by_role("button", name="Undo").click()
    shown = page.locator(names_of).evaluate_all("(all) => all.map((one) => one.value)")
    assert {"Dana", "Sam", "Kim"} == set(shown)
    expect(company(page)).to_have_value("Acme!")
    assert "Acme!" == interviews(page)[-1]["name"]


def test_nothing_typed_is_lost_by_back_reload_and_a_closed_tab(context: BrowserContext, site_url: str) -> None:
    """With "keep" on; and a row pasted from a table is one line."""
    page = visit(context, f"{site_url}tools/planner/")
    type_company(page, "Acme\tLondon")
    assert ["Acme London"] == names(page)
    assert "200" == company(page).get_attribute("maxlength")
    page.goto(f"{site_url}guide/")
    # The driver waits for ever when Firefox goes back to a page that it kept alive.
    is_steered_back = browser_name(page) == "chromium"
    page.go_back() if is_steered_back else page.goto(f"{site_url}tools/planner/")
    expect(company(page)).to_have_value("Acme London")
    switch(page)
    page.close()
    again = visit(context, f"{site_url}tools/planner/")
    expect(company(again)).to_have_value("Acme London")


@pytest.mark.firefox_at_night
def test_the_list_shows_each_odd_entry_as_a_row(asking: BrowserContext, site_url: str) -> None:
    """None hides another; each can be repaired, saved or deleted, and each deletion taken back by itself."""
    page = visit(asking, f"{site_url}tools/interviews/")
    odd: list[Any] = [case("Globex"), case("Tab\there"), case("L" * 201), [], None, {"company": "Half"}]
    page.evaluate("(text) => localStorage.setItem('followup:cases', text)", version1(*odd))
    page.evaluate(f"localStorage.setItem('{CASE}broken', '{{damaged')")
    page.reload()
    rows = page.locator(".interviews__one")
    expect(rows).to_have_count(7, timeout=LIMIT_MS)
    expect(rows.filter(has_text="This entry is damaged")).to_have_count(3)
    expect(rows.filter(has_text="Globex")).to_have_count(1)
    page.locator("#list-rename > summary").click()
    for name in ("Globex", "Half"):
        page.get_by_role("button", name=f"Delete {name}").click()
        expect(rows.filter(has_text=name)).to_have_count(0)
        assert name not in json.dumps(storages(page))
    label = page.get_by_label("Name in this list").first
    label.fill("Mine")
    label.dispatch_event("change")
    undone = page.locator("[data-part=undone] li")
    expect(undone).to_have_count(3)
    undone.filter(has_text="Globex").get_by_role("button", name="Undo").click()
    expect(rows).to_have_count(6)
    assert "Mine" in names(page)
    rows.filter(has_text="This entry is damaged").first.get_by_role("button", name="Delete").click()
    expect(rows.filter(has_text="This entry is damaged")).to_have_count(2)


@pytest.mark.firefox_at_night
def test_deleting_an_interview_in_conflict_and_undo_keep_both_versions(asking: BrowserContext, site_url: str) -> None:
    """The question comes back with it."""
    page, _ = in_conflict(asking, site_url)
    page.goto(f"{site_url}tools/interviews/")
    page.locator("#list-rename > summary").click()
    page.get_by_role("button", name="Delete Mine").click()
    expect(page.locator("[data-part=undone] li")).to_have_count(1)
    assert [] == names(page)
    take_back(page, "Deleted")
    assert (["Theirs"], ["Mine"]) == (names(page, "browser"), names(page, "tab"))
    page.goto(f"{site_url}tools/planner/")
    expect(page.locator("[data-part=conflict]")).to_be_visible()


@pytest.mark.firefox_at_night
def test_an_address_in_other_letters_is_in_the_letter(asking: BrowserContext, site_url: str) -> None:
    """Kept or from a link, with the published Python too."""
    page = asking.new_page()
    page.goto(f"{site_url}tools/writer/#letter=thank-you-onsite&address=dana@müller.de")
    expect(page.locator("followup-tool")).to_have_attribute("data-state", "answered", timeout=LIMIT_MS)
    expect(page.locator("[data-part=failed]")).to_be_hidden()
