/**
 * Shows problems beside their fields and in a summary that leads to them.
 * @module
 */

/** @typedef {{ field: string, message: string }} Problem */

/** Shows these problems and no others. @param {HTMLElement} tool @param {Problem[]} problems */
export function showProblems(tool, problems) {
  clear(tool);
  const { summary, list, pattern } = parts(tool);
  for (const problem of problems) {
    const slot = slotFor(tool, problem.field);
    const item = /** @type {DocumentFragment} */ (pattern.content.cloneNode(true));
    const link = /** @type {HTMLAnchorElement} */ (item.querySelector("a"));
    link.textContent = problem.message;
    if (slot) link.href = `#${mark(tool, slot, problem)}`;
    else link.removeAttribute("href");
    list.append(item);
  }
  summary.hidden = problems.length === 0;
}

/** Leads from a line of the summary to its field. @param {HTMLElement} tool @param {MouseEvent} event @param {HTMLAnchorElement} link */
export function leadTo(tool, event, link) {
  const target = /** @type {HTMLElement | null} */ (tool.querySelector(link.hash || "#none"));
  if (!target) return;
  event.preventDefault();
  goTo(target);
}

/** Opens what is folded over a control and moves the focus there. @param {HTMLElement} target */
export function goTo(target) {
  for (let box = target.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

/** @param {HTMLElement} tool */
function clear(tool) {
  parts(tool).list.replaceChildren();
  for (const slot of tool.querySelectorAll(/** @type {"p"} */ ("[data-problem-of]"))) {
    slot.hidden = true;
    slot.textContent = "";
  }
  for (const one of tool.querySelectorAll("[aria-invalid]")) one.removeAttribute("aria-invalid");
}

/** Puts the words beside the field and gives the id of what can take the focus. @param {HTMLElement} tool @param {HTMLElement} slot @param {Problem} problem */
function mark(tool, slot, { message }) {
  slot.textContent = [slot.textContent, message].filter(Boolean).join(" ");
  slot.hidden = false;
  for (let box = slot.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
  const name = slot.dataset.problemOf;
  const control = tool.querySelector(`[name="${CSS.escape(name ?? "")}"]`);
  control?.setAttribute("aria-invalid", "true");
  return (control ?? slot.closest("fieldset"))?.id ?? slot.id;
}

/** Gives the slot of a path, else of the nearest thing that holds it. @param {HTMLElement} tool @param {string} path @returns {HTMLElement | null} */
function slotFor(tool, path) {
  const slot = /** @type {HTMLElement | null} */ (tool.querySelector(`[data-problem-of="${CSS.escape(path)}"]`));
  if (slot || !path) return slot;
  return slotFor(tool, path.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, ""));
}

/** @param {HTMLElement} tool */
function parts(tool) {
  return {
    summary: /** @type {HTMLElement} */ (tool.querySelector('[data-part="summary"]')),
    list: /** @type {HTMLElement} */ (tool.querySelector('[data-part="summary-list"]')),
    pattern: /** @type {HTMLTemplateElement} */ (tool.querySelector('[data-part="summary-item"]')),
  };
}
