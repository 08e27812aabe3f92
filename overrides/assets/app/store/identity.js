/**
 * The `id` of an application, from which its calendar entries get their names; an old case keeps the names it had.
 * @module
 */
import { fresh, isObject } from "./entry.js";

/** @typedef {import("../form/paths.js").Fields} Fields */

// As the engine's own limit on an id.
const LIMIT = 602;

/**
 * Gives each case an id, and none that another has. One from before there were ids gets the name that its calendar entries
 * went by, as files/identity.py gives it; of several with one name the first in time keeps it.
 * @param {Fields[]} cases @param {Iterable<string>} taken @returns {Fields[]}
 */
export function named(cases, taken) {
  const used = new Set(taken);
  return cases.map((fields) => {
    const id = wishes(fields, cases).find((wish) => wish && wish.length <= LIMIT && !used.has(wish)) ?? fresh();
    used.add(id);
    return { ...fields, id };
  });
}

/** Gives what a case may be called, best first. @param {Fields} fields @param {Fields[]} cases */
function wishes(fields, cases) {
  if (typeof fields.id === "string" && fields.id) return [fields.id];
  const name = former(fields);
  if (!name) return [];
  const alike = cases.filter((other) => !other.id && former(other) === name).map(beginning).sort();
  return beginning(fields) === alike[0] ? [name] : [`${name}\n${beginning(fields)}`];
}

/** @param {Fields} fields */
function former(fields) {
  const parts = [text(fields.company), text(fields.role)];
  return parts.some(Boolean) ? [...parts, ...[text(fields.twin)].filter(Boolean)].join("\n") : text(held(fields).date);
}

/** @param {Fields} fields */
function beginning(fields) {
  const { date, zone, interviewers } = held(fields);
  const people = Array.isArray(interviewers) ? interviewers.filter(isObject).map(({ name }) => text(name)) : [];
  return [text(date), text(zone), ...people].join("\n");
}

/** Gives the first interview. @param {Fields} fields @returns {Fields} */
const held = ({ rounds }) => (Array.isArray(rounds) && isObject(rounds[0]) ? rounds[0] : {});

/** @param {unknown} told */
const text = (told) => (typeof told === "string" ? told.trim() : "");
