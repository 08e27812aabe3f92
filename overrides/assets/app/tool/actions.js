/**
 * What a press on a button of a tool does, by the data attribute it carries; the words on it are the page's.
 * @module
 */
import * as cases from "../store/cases.js";
import * as files from "../store/files.js";
import * as keeping from "../store/keeping.js";
import * as undo from "../store/undo.js";
import * as wordings from "../store/wordings.js";
import { append, control, controls, putBack, read, remove } from "../form/form.js";
import { addButton, whereabouts } from "../form/lists.js";
import { linkTo } from "../store/address.js";
import { compare } from "./approaches.js";
import * as interviews from "./interviews.js";
import { moment } from "../form/datetime.js";
import { momentOf } from "./first.js";
import { goTo } from "./problems.js";
import { doneBy, show } from "./keeping.js";
import { part } from "./progress.js";
import { clipped, follow, patch } from "./mends.js";
import { copy, saveFile } from "./downloads.js";

/** @typedef {import("./tool.js").FollowupTool} Tool */
/** @typedef {(tool: Tool, element: HTMLElement, event: Event) => unknown} Deed */
/** @typedef {import("../form/paths.js").Fields} Fields */

/** What takes back the last press that told something, and nothing that was typed since. @type {WeakMap<Tool, (() => void)[]>} */
const takesBack = new WeakMap();

/** @type {Record<string, Deed>} */
export const deeds = {
  "retry": (tool) => tool.ask({ focus: "answer" }),
  /** The questions that started the plan come back, and go when they are answered. */
  "change": (tool) => {
    tool.dataset.changing = "";
    const first = part(tool, "first");
    first.scrollIntoView({ block: "start" });
    focusFirst(first);
  },
  "add-item": (tool, button) => {
    const { list } = /** @type {HTMLElement} */ (button.closest("[data-list]")).dataset;
    focusFirst(append(tool.form, list ?? "", {}));
    tool.say("added");
  },
  "remove": (tool, button) => {
    const { item, list, path, index } = whereabouts(button);
    const name = nameOf(item);
    const gone = remove(tool.form, path, index);
    const key = cases.current();
    undo.note("remove", name, () => { tool.turnTo(key); putBack(tool.form, path, index, gone); changed(tool); });
    // Its items have moved up: what was told last can no longer be found by its place.
    part(tool, "undo").hidden = true;
    focusAfterRemoval(list, index);
    tool.say("removed");
    changed(tool);
  },
  /** One press on a step tells an event: the moment is now unless the reader changes it below. */
  "add": (tool, button) => {
    const also = button.dataset.at === "now" ? null : button.closest("[data-also]");
    if (also && ![...also.querySelectorAll("input")].every((one) => one.reportValidity())) return;
    const told = Object.entries(JSON.parse(button.dataset.add ?? "{}"));
    const back = told.flatMap(([path, items]) => !Array.isArray(items) ? cases.put(cases.current(), path, items) : items.map((/** @type {Fields} */ item) => tell(tool, path, { ...item, ...(also ? beside(also) : {}) })));
    takesBack.set(tool, back.reverse());
    part(tool, "undo").hidden = false;
    tool.ask({ focus: "undo" });
  },
  "undo": (tool) => {
    part(tool, "undo").hidden = true;
    for (const back of takesBack.get(tool) ?? []) back();
    tool.ask({ focus: "answer" });
  },
  /** Answers change; the reader goes on in the answer, or at the question where there is more to say. */
  "set": (tool, button) => {
    const next = control(tool.form, button.dataset.then ?? "");
    tool.change({ ...read(tool.form, { all: true }), ...JSON.parse(button.dataset.set ?? "{}") }, { focus: next ? "" : "answer" });
    if (next) goTo(next);
  },
  /** What a finding points at gives way to other words, which can be taken back; the counts follow. */
  "mend": (tool, button) => {
    const draft = control(tool.form, "draft");
    if (!draft) return;
    const { mend, mendEnd, mendText = "", mendOld = "" } = button.dataset;
    const taken = patch(draft.value, Number(mend), Number(mendEnd), mendOld, mendText);
    if (taken) {
      draft.value = taken.text;
      if (!followed.has(draft)) draft.addEventListener("input", () => follow(draft.value));
      followed.add(draft);
      undo.note("mend", clipped(mendOld.trim() || mendText.trim()), () => { draft.value = taken.back(draft.value); changed(tool); });
    }
    tool.ask({ focus: taken ? "undone" : "answer" });
  },
  /** The letter is in these words from now on, for whoever comes next; or in the site's own again, where the value is `null`. */
  "keep-words": (tool, button) => {
    const { ofLetter = "", keepWords = "null" } = button.dataset;
    const wording = JSON.parse(keepWords);
    undo.note(wording ? "keep-words" : "drop-words", "", wordings.keep(ofLetter, wording));
    return tool.ask({ focus: "undone" });
  },
  "compare": (tool, summary) => {
    const table = /** @type {HTMLDetailsElement} */ (summary.parentElement);
    return table.open ? undefined : compare(tool, table);
  },
  "copy": async (tool, button) => {
    const text = tool.querySelector(button.dataset.copy ?? "")?.textContent ?? "";
    sayBeside(tool, button, (await copy(text)) ? "copied" : "not-copied");
  },
  /** To the gap where it stands, else to its place in the list. */
  "to-gap": (tool, link, event) => {
    event.preventDefault();
    const gap = /** @type {HTMLElement | null} */ (tool.querySelector(`#fill-${link.dataset.toGap}`)) ?? control(tool.form, `blanks.${link.dataset.toGap}`);
    if (gap) goTo(gap);
  },
  "print": () => window.print(),
  "link": async (tool, button) => {
    const done = await copy(linkTo(read(tool.form, { open: true })));
    sayBeside(tool, button, done ? "linked" : "not-copied");
  },
  "share": (tool, button) => navigator.share({ text: tool.querySelector(button.dataset.share ?? "")?.textContent ?? "" }).catch(() => {}),
  "unfold": (tool, button) => goTo(/** @type {HTMLElement} */ (tool.querySelector(`#${tool.name}-group-${button.dataset.unfold} > summary`))),
  "keep": (tool, box) => {
    const wanted = /** @type {HTMLInputElement} */ (box).checked;
    const failure = wanted ? keeping.keepHere() : keeping.dropHere();
    show(tool);
    sayBeside(tool, box.closest("label") ?? box, `${failure ? "not-" : ""}${wanted ? "kept" : "dropped"}`);
  },
  "save": (_tool, button) => saveFile({ name: button.dataset.save ?? "", type: "application/json", text: files.asText() }),
  "load": async (tool, input) => {
    const box = /** @type {HTMLInputElement} */ (input);
    const file = box.files?.[0];
    if (!file) return;
    const outcome = await files.loadFile(file);
    box.value = "";
    if (outcome === "loaded" || outcome === "some") await tool.reread({ focus: "undone" });
    sayBeside(tool, /** @type {HTMLElement} */ (box.parentElement?.lastElementChild), outcome);
  },
  ...interviews.deeds,
  "forget": async () => { await keeping.forget(); location.reload(); },
  "keep-both": (tool) => { cases.keepBoth(); return tool.reread(); },
  "take-other": (tool) => { cases.takeOther(); return tool.reread(); },
  "keep-mine": (tool) => { cases.keepMine(); return tool.reread(); },
  "take-back": (tool, button) => {
    const done = doneBy(button);
    if (done) undo.takeBack(done);
    return tool.reread({ focus: "answer" });
  },
};

/** The drafts whose writing is followed, so that each change is found again. @type {WeakSet<HTMLElement>} */
const followed = new WeakSet();

/** What stands beside the button: a day without an hour is told with one. @param {ParentNode} place @returns {Fields} */
function beside(place) {
  const fields = read(place);
  return fields.at ? { ...fields, at: momentOf(fields.at) } : fields;
}

/** Says what was done aloud, and where the finger is. @param {Tool} tool @param {HTMLElement} button @param {string} name */
function sayBeside(tool, button, name) {
  tool.say(name);
  const before = button.nextElementSibling;
  if (before?.matches(".said")) before.remove();
  const said = document.createElement("span");
  said.className = "said";
  said.setAttribute("aria-hidden", "true");
  said.textContent = part(tool, "status").textContent;
  button.after(said);
  const open = /** @type {HTMLElement | null} */ (said.nextElementSibling?.matches("[data-open-blanks]") ? said.nextElementSibling : null);
  if (open) open.hidden = false;
}

/** Gives what an item of a form is known by: the first words in it. @param {HTMLElement} item */
const nameOf = (item) => controls(item).filter((one) => one.dataset.private !== undefined || one.dataset.kind === "date").map(({ value }) => value).find(Boolean) ?? "";

/** Adds to a list of the form, or of the case if the form has no such list, and gives what takes it back. @param {Tool} tool @param {string} path @param {Fields} item */
function tell(tool, path, item) {
  if (!tool.form.querySelector(`[data-list="${CSS.escape(path)}"]`)) return cases.append(cases.current(), path, { at: moment(new Date()), ...item });
  const added = append(tool.form, path, item);
  return () => remove(tool.form, path, whereabouts(added).index);
}

/** @param {HTMLElement} item */
function focusFirst(item) {
  const first = /** @type {HTMLElement | null} */ (item.querySelector("[name]"));
  first?.focus();
}

/** The focus goes to what took the place of the item, or to the button that would add one. @param {HTMLElement} list @param {number} index */
function focusAfterRemoval(list, index) {
  const next = list.querySelectorAll(":scope > [data-items] > [data-item]")[index];
  if (next) focusFirst(/** @type {HTMLElement} */ (next));
  else addButton(list).focus();
}

/** @param {Tool} tool */
function changed(tool) {
  tool.form.dispatchEvent(new Event("input"));
  tool.form.dispatchEvent(new Event("change"));
}
