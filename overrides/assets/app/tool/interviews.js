/**
 * What the list of interviews can do with a case: open it, name it, delete it and bring it back, or begin another.
 * @module
 */
import * as cases from "../store/case.js";
import { part } from "./progress.js";

/** @typedef {import("./tool.js").FollowupTool} Tool */

/** What brings back the case that was deleted last. @type {WeakMap<Tool, () => void>} */
const back = new WeakMap();

/** The first two stand on links, which then lead to the planner. @type {Record<string, (tool: Tool, element: HTMLElement) => unknown>} */
export const deeds = {
  "open-case": (_tool, link) => cases.choose(link.dataset.openCase ?? ""),
  "new-case": () => cases.begin(),
  "name-case": (_tool, box) => cases.call(box.dataset.nameCase ?? "", /** @type {HTMLInputElement} */ (box).value.trim()),
  "drop-case": (tool, button) => {
    back.set(tool, cases.drop(button.dataset.dropCase ?? ""));
    part(tool, "undo").hidden = false;
    return tool.ask({ focus: "undo" });
  },
  "bring-back": (tool) => {
    back.get(tool)?.();
    part(tool, "undo").hidden = true;
    return tool.ask({ focus: "answer" });
  },
};
