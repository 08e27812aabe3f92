/**
 * Reads what a page of the first version kept, for ever: each interview becomes an entry, and the old text goes once every
 * one of them was read back. What nobody can read becomes an entry too, to be repaired or deleted.
 * @module
 */
import { isObject, made } from "./entry.js";
import * as entries from "./entries.js";
import { named } from "./identity.js";
import { browser, tab } from "./storage.js";

/** @typedef {import("../form/paths.js").Fields} Fields */
/** @typedef {{ key: string, text: string }} Kept */

const OLD = "followup:cases";
const ASIDE = `${OLD}:unread`;

/** Takes over what is there of the first version; gives the key of the case that the reader worked on, if one was. */
export function takeOver() {
  const taken = [browser, tab].map((place) => {
    const old = place.read(OLD);
    // The old page put a copy of everything aside at each load; only one that it could not read is the reader's.
    const aside = place.read(ASIDE);
    if (aside !== null && (aside === old || isWhole(aside))) place.remove(ASIDE);
    else if (aside !== null) takeText(place, ASIDE, aside);
    return old === null ? "" : takeText(place, OLD, old);
  });
  return taken.filter(Boolean).at(-1) ?? "";
}

/** @param {typeof tab} place @param {string} name @param {string} text */
function takeText(place, name, text) {
  const told = parsed(text);
  if (told && Number(told.version) > 1) return "";
  const kept = told && isObject(told.cases) ? entriesOf(told.cases) : [{ key: keyOf(text), text }];
  // While the old text is there, things are kept; it goes once each of its interviews was written and read back.
  const failed = kept.filter((one) => entries.takeIn(place, one.key, one.text));
  if (!failed.length) place.remove(name);
  const current = told && Object.keys(told.cases ?? {}).indexOf(String(told.current));
  return kept[current ?? -1]?.key ?? "";
}

/** @param {Fields} cases @returns {Kept[]} */
function entriesOf(cases) {
  const all = Object.values(cases);
  const sound = all.filter((one) => isObject(one) && isObject(one.fields));
  const fields = named(sound.map((one) => one.fields), entries.ids());
  return all.map((one, at) => {
    const key = keyOf(JSON.stringify(one) ?? "");
    const index = sound.indexOf(one);
    if (index < 0) return { key, text: JSON.stringify(one) ?? "" };
    const name = typeof one.name === "string" && one.name ? { name: one.name, named: one.named === true } : {};
    return { key, text: JSON.stringify(made(fields[index], { ...name, made: at })) };
  });
}

/** Gives a key that follows from the text, so that what is taken over twice is there once. @param {string} text */
function keyOf(text) {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (const sign of text) {
    one = Math.imul(one ^ (sign.codePointAt(0) ?? 0), 2654435761);
    two = Math.imul(two ^ (sign.codePointAt(0) ?? 0), 1597334677);
  }
  return `v1-${(one >>> 0).toString(36)}${(two >>> 0).toString(36)}`;
}

/** @param {string} text @returns {Fields | null} */
function parsed(text) {
  try {
    const told = JSON.parse(text);
    return isObject(told) ? told : null;
  } catch {
    return null;
  }
}

/** @param {string} text */
function isWhole(text) {
  const told = parsed(text);
  return told?.version === 1 && isObject(told.cases) && Object.values(told.cases).every((one) => isObject(one) && isObject(one.fields));
}
