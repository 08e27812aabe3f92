/**
 * Shows what a page says about itself once a day has come, by the reader's own clock.
 * @module
 */

export function tellWhatIsDue(today = new Date().toLocaleDateString("en-CA")) {
  for (const dated of document.querySelectorAll("[data-check-by]")) {
    const due = (dated.getAttribute("data-check-by") ?? "") <= today;
    for (const told of dated.querySelectorAll(".evidence__due")) told.toggleAttribute("hidden", !due);
  }
}
