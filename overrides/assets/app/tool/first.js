/**
 * The questions that start a plan: which of them are still open, and what was sent before it.
 * @module
 */
import { append } from "../form/form.js";
import { day, moment, told } from "../form/datetime.js";

/** @typedef {import("../form/radios.js").FollowupRadios} Radios */
/** @typedef {import("../form/radios.js").FollowupSent} Sent */
/** @typedef {import("./problems.js").Problem} Problem */

/** The hour of what was sent on an earlier day: after any interview, and before the day is over. */
const EVENING = "21:00";

/** Gives what has to be told and is not, in the page's own words. @param {ParentNode} form @returns {Problem[]} */
export function unanswered(form) {
  const radios = /** @type {NodeListOf<Radios>} */ (form.querySelectorAll("followup-radios[data-needed]"));
  const open = [...radios].filter(({ value }) => !value).map((one) => ({ field: one.name, message: one.dataset.needed ?? "" }));
  const sent = sentIn(form);
  if (sent?.told && !sent.date.value) open.push({ field: sent.date.name, message: sent.date.dataset.needed ?? "" });
  return open;
}

/** Gives what was sent as an event of a case, or null. @param {ParentNode} form @returns {{ kind: string, step: string, at: string } | null} */
export function sentEvent(form) {
  const sent = sentIn(form)?.told;
  if (!sent?.at) return null;
  return { ...sent, at: momentOf(sent.at) };
}

/** Gives a day that was told without an hour as a moment: now, or that evening. @param {string} date */
export const momentOf = (date) => (date === day(new Date()) ? moment(new Date()) : told(`${date}T${EVENING}`));

/** Puts what was sent among the events of the form. @param {HTMLFormElement} form */
export function tellSent(form) {
  const event = sentEvent(form);
  if (!event) return;
  append(form, "events", event);
  sentIn(form)?.forget();
}

/** @param {ParentNode} form */
const sentIn = (form) => /** @type {Sent | null} */ (form.querySelector("followup-sent"));
