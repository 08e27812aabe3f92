/**
 * The reader's interviews for all tools: which there are, which one is worked on, and each change to one.
 * `list()` is what other pages read, as to greet a reader who comes back.
 * @module
 */
import { changed, fresh, isSame, made } from "./entry.js";
import * as entries from "./entries.js";
import { named } from "./identity.js";
import { PREFIX } from "./keys.js";
import { carried } from "./shape.js";
import { browser, tab } from "./storage.js";
import * as undo from "./undo.js";
import { takeOver } from "./version1.js";

/** @typedef {import("./entry.js").Entry} Entry */
/** @typedef {import("../form/paths.js").Fields} Fields */

const CURRENT = `${PREFIX}current`;

/** Which interview this page works on: its form holds that one, whichever another tab or page turns to. A look stores nothing. */
let here = "";

/** Where a link began an interview of which nothing is kept yet. */
let aside = "";

/** What was last read from or put into the form, so that a look at it saves nothing. */
let looked = "";

/** Gives all interviews in the order they were made; `case` is null where one cannot be read. */
export const list = () =>
  entries.keys().map((key) => ({ key, entry: entries.get(key) })).sort(inOrder)
    .map(({ key, entry }) => ({ id: key, name: entry?.name ?? "", case: entry?.fields ?? null }));

/** Gives all interviews as the list of them asks about them; what cannot be read goes as its text. */
export const asked = () => list().map(({ id, name, case: told }) => ({ id, name, case: told ?? raw(id) }));

/** @param {{ key: string, entry: Entry | null }} one @param {{ key: string, entry: Entry | null }} other */
const inOrder = (one, other) => (one.entry?.made ?? 0) - (other.entry?.made ?? 0) || (one.key < other.key ? -1 : 1);

/** Gives the key of the interview that the reader works on; none may be there yet. */
export function current() {
  if (aside) return aside;
  return (here ||= tab.read(CURRENT) ?? (entries.isKept() ? browser.read(CURRENT) : null) ?? list().findLast(({ case: fields }) => fields)?.id ?? fresh());
}

/** @param {string} key */
function point(key) {
  looked = aside = "";
  here = key;
  tab.hold(CURRENT, key);
  if (entries.isKept()) browser.write(CURRENT, key);
}

/** Gives the case the reader works on, or null. @returns {Fields | null} */
export const fields = () => entries.get(current())?.fields ?? null;

/** Gives what that case carries along and no form asks for. @returns {Fields} */
export const along = () => carried(fields() ?? {});

/** Notes how the form reads a case that nobody has changed yet. @param {Fields} fields */
export const look = (fields) => { looked = JSON.stringify(fields); };

/** Keeps what the form holds: in this tab, and in the browser if that was chosen. @param {Fields} fields */
export function keep(fields) {
  const text = JSON.stringify(fields);
  const there = entries.get(current());
  // A look changes nothing, and brings nothing back that another tab deleted.
  if ((there ?? entries.lastSeen(current())) && text === looked) return;
  // What stands there and cannot be read is not written over.
  if (!there && raw(current())) point(fresh());
  // One that another tab deleted meanwhile comes back as what it was: its calendar entries have its id.
  const before = entries.lastSeen(current());
  // Another page of this tab may have turned to another since.
  if (!there || tab.read(CURRENT) !== current()) point(current());
  looked = text;
  entries.put(current(), before ? changed(before, { fields: { ...carried(before.fields), ...fields } }) : made({ ...fields, id: fresh() }));
}

/** Opens a case from outside beside those there are, unless the same is there; gives its key. @param {Fields} fields @param {Partial<Entry>} [more] */
export function open(fields, more = {}) {
  const same = list().find((one) => one.case && isSame(one.case, fields));
  const key = same?.id ?? fresh();
  if (!same) add(key, fields, more);
  point(key);
  return key;
}

/** @param {string} key @param {Fields} fields @param {Partial<Entry>} more */
function add(key, fields, more) {
  const [known] = named([fields], entries.ids());
  entries.put(key, made(known, more));
}

/** Adds what a file holds beside what is there, and gives how many were new. @param {{ fields: Fields, more: Partial<Entry> }[]} told */
export function addAll(told) {
  const there = list();
  const before = current();
  const missing = told.filter(({ fields }) => !there.some((one) => one.case && isSame(one.case, fields)));
  const cases = named(missing.map(({ fields }) => fields), entries.ids());
  const keys = missing.map(({ more }, at) => {
    const key = fresh();
    entries.put(key, made(cases[at], { ...more, made: Date.now() + at }));
    return key;
  });
  if (!keys.length) return 0;
  point(keys[0]);
  const loaded = new Map(keys.map((key) => [key, entries.get(key)?.revision]));
  undo.note("load", String(keys.length), () => {
    // One that was worked on since can be brought back by itself.
    for (const [key, revision] of loaded) (entries.get(key)?.revision === revision ? entries.remove : drop)(key);
    point(before);
  });
  return keys.length;
}

/** Makes another case the one that the reader works on. @param {string} key */
export const choose = (key) => point(key);

/** Makes room for a new case beside the one that stays the reader's until something is told of the new one. */
export const stepAside = () => { aside = fresh(); };

/** Makes room for a new case; it is there once something is typed. */
export const begin = () => point(fresh());

/** Calls a case by a name of the reader's own. @param {string} key @param {string} name */
export function call(key, name) {
  const before = entries.get(key);
  if (!before || before.name === name) return;
  entries.put(key, changed(before, name ? { name, named: true } : { named: false }));
  undo.note("rename", before.name, () => {
    const now = entries.get(key);
    if (now) entries.put(key, changed(now, { name: before.name, named: before.named }));
  });
}

/** Removes one case, readable or not. @param {string} key */
export function drop(key) {
  const name = entries.get(key)?.name ?? "";
  const wasCurrent = current() === key;
  const back = entries.remove(key);
  if (wasCurrent) point(list().findLast((one) => one.case)?.id ?? fresh());
  undo.note("delete", name, () => {
    back();
    if (wasCurrent) point(key);
  });
}

/** Adds an event to a case, whichever the reader works on. @param {string} key @param {Fields} event */
export function tell(key, event) {
  const before = entries.get(key);
  const deed = event["kind"] === "closed" || event["kind"] === "reopened" ? event["kind"] : "told";
  if (before) undo.note(deed, before.name, append(key, "events", event));
}

/** Adds an item to a list of a case, and gives what takes it back. @param {string} key @param {string} path @param {Fields} item */
export function append(key, path, item) {
  write(key, path, (items) => [...(items ?? []), item]);
  return () => write(key, path, (items) => without(items ?? [], JSON.stringify(item)));
}

/** Sets a field of a case, and gives what takes it back unless it was changed since. @param {string} key @param {string} path @param {Fields} value */
export function put(key, path, value) {
  const was = entries.get(key)?.fields[path];
  write(key, path, () => value);
  return () => { if (JSON.stringify(entries.get(key)?.fields[path]) === JSON.stringify(value)) write(key, path, () => was); };
}

/** Writes what a field becomes into a case, if it is there. @param {string} key @param {string} path @param {(was: any) => unknown} next */
function write(key, path, next) {
  const before = entries.get(key);
  if (before) entries.put(key, changed(before, { fields: { ...before.fields, [path]: next(before.fields[path]) } }));
}

/** @param {Fields[]} items @param {string} same */
function without(items, same) {
  const last = items.map((one) => JSON.stringify(one)).lastIndexOf(same);
  return items.filter((_one, at) => at !== last);
}

/** Gives the text of a case that cannot be read here, for whoever can. @param {string} key */
export const raw = (key) => entries.text(key) ?? "";

/** Tells whether another tab has kept another version of this case since. */
export const isOvertaken = () => entries.isOvertaken(current());

/** Takes the version that another tab kept. */
export function takeOther() {
  const back = entries.takeTheirs(current());
  looked = "";
  undo.note("take-other", "", back);
}

/** Keeps the version of this tab in place of the other. */
export function keepMine() {
  undo.note("keep-mine", "", entries.putMine(current()));
}

/** Keeps both: this tab's version becomes a case of its own. */
export function keepBoth() {
  const key = fresh();
  entries.putBeside(current(), key);
  point(key);
}

// At the end, when everything above is there: what earlier pages kept is taken over, and brought to where it should be.
const before = takeOver();
if (before) point(before);
entries.adopt();
