"""The preview as staff see it: a real browser, real saves, the page that follows."""

import re
import shutil
import subprocess
import sys

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="chưa cài playwright")
chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.skipif(chromium is None, reason="máy này không có trình duyệt Chromium"),
    pytest.mark.skipif(not shutil.which("soffice"), reason="máy này không có LibreOffice"),
]
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PATIENCE = 60_000


@pytest.fixture
def page(project_copy):
    """The page of ``reportgen preview thang-2-2020``."""
    command = [sys.executable, "-m", "reportgen", "--du-an", str(project_copy), "preview", "thang-2-2020", "--khong-mo"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as shown:
        address = shown.stdout.readline().strip()
        with playwright.sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium, args=SWITCHES)
            opened = browser.new_page(viewport={"width": 1500, "height": 1000})
            opened.set_default_timeout(PATIENCE)
            opened.goto(address)
            yield opened
            browser.close()
        shown.terminate()


def version(page, number):
    page.wait_for_selector(f'body[data-ban="{number}"]')


def test_open_edit_break_mend(page, edited):
    status, figures = page.locator("#tinh-trang"), page.locator("#so-lieu")
    version(page, 1)
    playwright.expect(page.locator("#trang img")).to_have_count(2)
    playwright.expect(status).to_contain_text("2 trang")
    playwright.expect(figures).to_contain_text("26.140")

    page.locator("#tim").fill("26.140")
    page.locator("#so-lieu tr:visible").first.click()
    playwright.expect(page.locator(".cho").first).to_be_visible()

    edited("data/thang-2-2020.yml", "26.140", "26.141")
    version(page, 2)
    page.locator("#tim").fill("")
    playwright.expect(figures).to_contain_text("26.141")
    playwright.expect(status).to_contain_text("data/thang-2-2020.yml")

    edited("data/thang-2-2020.yml", "26.141", "26.14l")
    version(page, 3)
    playwright.expect(status).to_contain_text(re.compile("còn [1-9]"))
    playwright.expect(page.locator("li.loi").first).to_contain_text("data/thang-2-2020.yml")
    playwright.expect(page.locator("#trang img")).to_have_count(2)
    page.locator("li.loi").first.click()
    playwright.expect(page.locator(".cho").first).to_be_visible()

    page.set_viewport_size({"width": 420, "height": 800})
    playwright.expect(page.locator("li.loi").first).to_be_in_viewport()
    playwright.expect(page.locator("#trang img").first).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.set_viewport_size({"width": 1500, "height": 1000})

    edited("data/thang-2-2020.yml", "26.14l", "26.142")
    version(page, 4)
    playwright.expect(status).to_contain_text("2 trang")
    playwright.expect(page.locator("li.loi")).to_have_count(0)
    playwright.expect(figures).to_contain_text("26.142")
