"""The story in WebKitGTK, the engine of many phones: from the plan to the letter to the file."""

import os
import subprocess
from collections.abc import Callable, Iterator
from glob import glob

import pytest
import telling
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

pytestmark = pytest.mark.browser

BROWSERS = "/usr/lib/*/webkit2gtk-*/MiniBrowser"
PATIENCE_SECONDS = 60
# The page may not fetch its own blobs, so each file is kept as it is made.
KEEP_FILES = """
const make = URL.createObjectURL;
window.made = [];
URL.createObjectURL = (file) => { window.made.push(file); return make(file); };
"""
READ_FILE = """
const done = arguments[arguments.length - 1];
const text = window.made.findLast((file) => file.type.startsWith("text/plain"));
text.text().then(done);
"""


@pytest.fixture
def display() -> Iterator[str]:
    """Gives the name of a screen that nobody sees."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        yield f":{told.readline().strip()}"
    screen.terminate()
    screen.wait()


@pytest.fixture
def webkit(display: str) -> Iterator[webdriver.WebKitGTK]:
    """Gives WebKitGTK's own small browser."""
    options = Options()
    options.binary_location = sorted(glob(BROWSERS))[-1]
    options.add_argument("--automation")
    service = Service("/usr/bin/WebKitWebDriver", env={**os.environ, "DISPLAY": display})
    browser = webdriver.WebKitGTK(options=options, service=service)
    browser.set_script_timeout(PATIENCE_SECONDS)
    yield browser
    browser.quit()


def wait(webkit: webdriver.WebKitGTK, until: Callable[[webdriver.WebKitGTK], object]) -> None:
    """Comes back when something is so."""
    # An answer is put anew with every key, so what was found may be gone already.
    WebDriverWait(webkit, PATIENCE_SECONDS, ignored_exceptions=[StaleElementReferenceException]).until(until)


def text_of(webkit: webdriver.WebKitGTK, selector: str) -> str:
    """Gives the text of the first such element, or nothing."""
    found = webkit.find_elements(By.CSS_SELECTOR, selector)
    return found[0].text if found else ""


SET = f"({telling.SET})(arguments[0])"


def hidden_text_of(webkit: webdriver.WebKitGTK, selector: str) -> str:
    """Gives the text of an element that is there to be copied."""
    return str(webkit.execute_script("return document.querySelector(arguments[0])?.textContent ?? ''", selector))


# The driver's own library warns of itself.
@pytest.mark.filterwarnings("ignore:setting remote_server_addr")
def test_the_story_leads_from_the_plan_to_the_letter_to_the_file(webkit: webdriver.WebKitGTK, site_url: str) -> None:
    """Told once in the planner, there in the letter, and in the file that is taken along."""
    webkit.get(f"{site_url}tools/planner/")
    webkit.execute_script(SET, {"company": "Fernweh Freight", "rounds[0].interviewers[0].name": "Dana Ruiz"})
    webkit.find_element(By.CSS_SELECTOR, "followup-radios [value=onsite]").click()
    webkit.find_element(By.CSS_SELECTOR, "followup-tool form [type=submit]").click()
    wait(webkit, lambda page: "Dana Ruiz" in text_of(page, "[data-part=answer] > .plan"))
    # What the plan's link leads to, without a page coming anew: the site turns its pages itself.
    webkit.find_element(By.CSS_SELECTOR, "[data-part=answer] .plan a[href*='tools/writer/']").click()
    wait(webkit, lambda page: "Hi Dana," in text_of(page, "[data-part=answer] > .letter .letter__body"))
    webkit.execute_script(KEEP_FILES)
    webkit.execute_script("document.querySelector('details.blanks').open = true")
    webkit.find_element(By.NAME, "blanks.detail").send_keys("how you sort the late lorries")
    wait(webkit, lambda page: "late lorries" in hidden_text_of(page, "#writer-letter-text"))
    file = webkit.execute_async_script(READ_FILE)
    assert {True} == {words in file for words in ("Hi Dana,", "Fernweh Freight", "how you sort the late lorries")}
