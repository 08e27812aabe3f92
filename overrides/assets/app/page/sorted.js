/**
 * A table whose heads sort its rows: a button in each head, made here, so that without script the table reads as it stands.
 * @module
 */

export class FollowupSorted extends HTMLElement {
  connectedCallback() {
    const table = this.querySelector("table");
    if (!table || this.querySelector("thead button")) return;
    for (const [column, head] of [...table.tHead?.rows[0]?.cells ?? []].entries()) this.#givenButton(table, head, column);
  }

  /** @param {HTMLTableElement} table @param {HTMLTableCellElement} head @param {number} column */
  #givenButton(table, head, column) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(table, head, column));
    head.append(button);
  }
}

/** Sorts by that column, the other way round if it was sorted so already. @param {HTMLTableElement} table
 * @param {HTMLTableCellElement} head @param {number} column */
function sort(table, head, column) {
  const way = head.ariaSort === "ascending" ? "descending" : "ascending";
  for (const other of table.tHead?.rows[0]?.cells ?? []) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", way);
  const sign = way === "ascending" ? 1 : -1;
  const body = table.tBodies[0];
  const rows = [...body?.rows ?? []].sort((a, b) => sign * said(a, column).localeCompare(said(b, column), "en", { numeric: true }));
  body?.append(...rows);
}

/** @param {HTMLTableRowElement} row @param {number} column */
const said = (row, column) => row.cells[column]?.textContent?.trim() ?? "";
