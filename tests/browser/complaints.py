"""Notes what a page complains of."""

from playwright.sync_api import Page

# Firefox tells its driver nothing of what a policy refused.
TELL = "addEventListener('securitypolicyviolation', ({ blockedURI }) => console.error(`refused: ${blockedURI}`));"


def complaints_of(page: Page, home: str) -> list[str]:
    """Gives a list that fills with a page's errors and warnings, and with what it asks other hosts than its own for."""
    noted: list[str] = []
    page.add_init_script(TELL)
    page.on("console", lambda said: noted.append(said.text) if said.type in ("error", "warning") else None)
    page.on("request", lambda sent: None if sent.url.startswith((home, "blob:", "data:")) else noted.append(sent.url))
    return noted
