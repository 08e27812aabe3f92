/**
 * Finds places by what a person types: every place it may be, the likeliest first, and whether it can be one alone.
 * @module
 */
import { folded } from "./place_list.js";

/** @typedef {import("./place_list.js").Place} Place */
/** @typedef {import("./place_list.js").Places} Places */
/** @typedef {{ place: Place, isExact: boolean, score: number }} Found */

const MOST = 8;
/** Of the same score: where one looks for work comes first. */
const KINDS = { city: 0, region: 1, country: 2, zone: 3 };
/** So short words are codes of zones as often as names. */
const SHORT = 3;
const DWARFED = 5;
const EXACT = 0, EXACT_WITHIN = 1, BEGINS = 2, BEGINS_WITHIN = 3, WORD_BEGINS = 4, WITHIN_ALONE = 6, NEARLY = 7;
/** What stands beside a name where not the place itself is meant. */
const AROUND_BEFORE = /^(?:(?:greater|metro|metropolitan|downtown|central|inner|near|outside|around|city of|remote|hybrid|onsite|on site) )+/;
const AROUND_BEHIND = /(?: (?:area|metro|metropolitan|region|state|province|city|downtown|cbd|suburbs|hq|office|remote|hybrid|onsite|on site|based))+$/;
/** From so many letters on a slip is told from another name; longer names may have two. */
const SLIPS_FROM = 5, TWO_SLIPS_FROM = 9;

/** Gives the places that a text may mean, the likeliest first. @param {Places} list @param {string} text @returns {Found[]} */
export function find({ places }, text) {
  const wanted = folded(text);
  if (!wanted) return [];
  const all = meant(places, wanted, text);
  const exact = exactly(all, wanted);
  const told = all.map((one) => ({ ...one, isExact: exact.has(one.place) }));
  return apart(told.sort(order)).slice(0, MOST);
}

/** What the first way finds that finds anything; each is tried only where those before it found nothing. @param {Place[]} places @param {string} wanted @param {string} text */
function meant(places, wanted, text) {
  for (const way of [scored, named, around, loosely, unmarked, offset, nearly]) {
    const found = way(places, wanted, text);
    if (found.length) return found;
  }
  return [];
}

/** @param {Place[]} places @param {string} wanted */
const scored = (places, wanted) => places.map((place) => ({ place, score: score(place, wanted) })).filter(({ score }) => score < Infinity);

/** Names behind an article: "the Gambia". @param {Place[]} places @param {string} wanted */
const named = (places, wanted) => (wanted.startsWith("the ") ? scored(places, wanted.slice(4)) : []);

/** A place that the text only lies near: "Greater Boston", "Austin metro area"; only ever offered. @param {Place[]} places @param {string} wanted */
function loosely(places, wanted) {
  const bare = wanted.replace(AROUND_BEFORE, "").replace(AROUND_BEHIND, "");
  const found = bare === wanted ? [] : scored(places, bare).filter(({ score }) => score <= EXACT_WITHIN);
  return found.map(({ place }) => ({ place, score: NEARLY }));
}

/** Names with their umlauts written out: "goeteborg". @param {Place[]} places @param {string} wanted */
function unmarked(places, wanted) {
  const plain = wanted.replace(/([ao])e/g, "$1").replace(/aa/g, "a");
  return plain === wanted ? [] : scored(places, plain);
}

/** Countries whose clock is so many hours from UTC today: "UTC+2", "GMT+5:30"; only ever offered. @param {Place[]} places @param {string} _wanted Without its sign. @param {string} text */
function offset(places, _wanted, text) {
  const told = /^\s*(?:utc|gmt)\s*([+\u2212-])\s*(\d{1,2})(?::?(\d\d))?\s*$/i.exec(text);
  if (!told) return [];
  const wanted = `GMT${told[1] === "+" ? "+" : "-"}${told[2].padStart(2, "0")}:${told[3] ?? "00"}`;
  const found = places.filter(({ kind, sets }) => kind === "country" && ahead(sets.zone) === wanted);
  return found.map((place) => ({ place, score: NEARLY }));
}

/** @param {string} timeZone */
const ahead = (timeZone) =>
  new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts().find(({ type }) => type === "timeZoneName")?.value.replace(/^GMT$/, "GMT+00:00");

/** Gives the one place that a text means, or nothing where it may mean several or none. @param {Found[]} found */
export function single(found) {
  const [first, ...others] = found.filter(({ isExact }) => isExact).map(({ place }) => place);
  return first && others.every((other) => isDwarfed(other, first)) ? first : undefined;
}

/** Nobody who types "London" means the one in Ontario; each step of size is twice as many people. @param {Place} one @param {Place} other */
const isDwarfed = (one, other) => one.kind === "city" && other.kind === "city" && one.size + DWARFED <= other.size;

/** Places of which the whole text is a name; a zone is meant by a name of a place only where there is no such place. @param {{ place: Place, score: number }[]} all @param {string} wanted */
function exactly(all, wanted) {
  const exact = all.filter(({ score }) => score <= EXACT_WITHIN).map(({ place }) => place);
  const lying = exact.filter(({ kind }) => kind !== "zone");
  return new Set(lying.length && wanted.length > SHORT ? lying : exact);
}

/** @param {Place} place @param {string} wanted */
function score({ keys, within }, wanted) {
  let best = Infinity;
  for (const key of keys) {
    if (key === wanted && key.length > 1) return EXACT;
    if (key.startsWith(wanted)) best = Math.min(best, BEGINS);
    else if (wanted.length > 2 && key.includes(` ${wanted}`)) best = Math.min(best, WORD_BEGINS);
    else if (wanted.startsWith(`${key} `)) best = Math.min(best, inside(within, wanted.slice(key.length + 1)));
  }
  return best;
}

/** How well what stands behind a name tells where the place lies: "Birmingham uk", "Springfield il usa". @param {string[]} within @param {string} rest */
function inside(within, rest) {
  if (within.includes(rest)) return EXACT_WITHIN;
  if (within.some((key) => key.startsWith(rest))) return BEGINS_WITHIN;
  const parts = within.filter((key) => rest.startsWith(`${key} `));
  return parts.some((key) => within.includes(rest.slice(key.length + 1))) ? EXACT_WITHIN : Infinity;
}

/**
 * For a town that is not in the list: the region or country that is named behind it, "paris texas"; and for a region that
 * is not there, the town in front of it, "guadalajara jalisco". @param {Place[]} places @param {string} wanted
 */
function around(places, wanted) {
  const words = wanted.split(" ");
  const cuts = words.slice(1).map((_, at) => at + 1);
  /** @param {(name: string, place: Place) => boolean} fits @param {string[]} names */
  const first = (fits, names) => names.map((name) => places.filter((place) => fits(name, place))).find(({ length }) => length) ?? [];
  const behind = first((name, { kind, keys }) => (kind === "region" || kind === "country") && keys.includes(name), cuts.map((at) => words.slice(at).join(" ")));
  const before = first((name, { kind, keys }) => kind === "city" && name.length > SHORT && keys.includes(name), cuts.reverse().map((at) => words.slice(0, at).join(" ")));
  return [...behind.map((place) => ({ place, score: WITHIN_ALONE })), ...before.map((place) => ({ place, score: NEARLY }))];
}

/** For a slip of the finger: names that differ by a letter or two, only ever offered. @param {Place[]} places @param {string} wanted */
function nearly(places, wanted) {
  if (wanted.length < SLIPS_FROM) return [];
  const most = wanted.length < TWO_SLIPS_FROM ? 1 : 2;
  const found = places.filter(({ kind, keys }) => kind !== "zone" && keys.some((key) => Math.abs(key.length - wanted.length) <= most && slips(key, wanted) <= most));
  return found.map((place) => ({ place, score: NEARLY }));
}

/** How many letters were left out, put in, changed or swapped. @param {string} one @param {string} other */
function slips(one, other) {
  /** @type {number[][]} */
  const rows = [[...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      row[j] = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + Number(!isSame));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], rows[i - 2][j - 2] + 1);
    }
    rows.push(row);
  }
  return rows[one.length][other.length];
}

/** @param {Found} one @param {Found} other */
const order = (one, other) =>
  Number(other.isExact) - Number(one.isExact) || one.score - other.score || other.place.size - one.place.size ||
  KINDS[one.place.kind] - KINDS[other.place.kind] || one.place.name.localeCompare(other.place.name);

/** What sets the same stands there once, the likeliest of it: a city and the state of its name. @param {Found[]} found */
function apart(found) {
  const seen = new Set();
  return found.filter(({ place: { kind, sets }, isExact }) => {
    if (!isExact && kind !== "zone") return true;
    const key = `${sets.zone}|${sets.country}|${sets.region}`;
    return !seen.has(key) && seen.add(key);
  });
}
