/**
 * What the list of interviews can do with a case: open it, name it, delete it, save what cannot be read, or begin another.
 * @module
 */
import * as cases from "../store/cases.js";
import { moment } from "../form/datetime.js";
import { saveFile } from "./downloads.js";
import { remember } from "../store/memory.js";

/** @typedef {import("./tool.js").FollowupTool} Tool */

const PRESS_MS = 300;

/** Turns to an interview, whose plan the next page leads to. @param {string} id */
export function open(id) {
  cases.choose(id);
  remember("opened", { is: "yes" });
}

/** The first two stand on links, which then lead to the planner. @type {Record<string, (tool: Tool, element: HTMLElement) => unknown>} */
export const deeds = {
  "open-case": (_tool, link) => open(link.dataset.openCase ?? ""),
  "new-case": () => cases.begin(),
  /** The rows and the buttons say the new name, once a press that ended the typing has done what it was for. */
  "name-case": (tool, box) => {
    cases.call(box.dataset.nameCase ?? "", /** @type {HTMLInputElement} */ (box).value.trim());
    setTimeout(() => tool.isConnected && tool.ask({ isTyping: true }), PRESS_MS);
  },
  "drop-case": (tool, button) => {
    cases.drop(button.dataset.dropCase ?? "");
    return tool.ask({ focus: "undone" });
  },
  /** Closed with a reason, or opened again: one event of that case, at this moment. */
  "tell-case": (tool, button) => {
    cases.tell(button.dataset.tellCase ?? "", { at: moment(new Date()), ...JSON.parse(button.dataset.told ?? "{}") });
    return tool.ask({ focus: "undone" });
  },
  /** What cannot be read here may be read elsewhere. */
  "save-case": (_tool, button) => saveFile({ name: "unread.json", type: "application/json", text: cases.raw(button.dataset.saveCase ?? "") }),
};
