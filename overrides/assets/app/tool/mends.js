/**
 * Puts other words in the place of some in a draft, and takes them back wherever they stand by then.
 * @module
 */

const SHOWN = 40;

/** Words that stand for `old` words, from `at` on: in the draft, or in the old words of the change that took them out with others. `cut` is what this change took a part of, as it was. @typedef {{ at: number, old: string, words: string, within: Place | null, cut: { one: Place, at: number, words: string }[] }} Place */
/** @typedef {{ text: string, back: (now: string) => string }} Patched */

/** The changes that stand in the draft, in its order. @type {Place[]} */
let standing = [];
/** Those that a later change took out with other words. @type {Place[]} */
let covered = [];
let seen = "";

/**
 * Gives the draft with the change, or null where it no longer holds the old words there. Places count whole characters, as Python does.
 * @param {string} draft @param {number} start @param {number} end @param {string} old @param {string} words @returns {Patched | null}
 */
export function patch(draft, start, end, old, words) {
  const letters = Array.from(draft);
  if (letters.slice(start, end).join("") !== old) return null;
  follow(draft);
  /** @type {Place} */
  const place = { at: letters.slice(0, start).join("").length, old, words, within: null, cut: [] };
  for (const one of standing.filter((other) => isInside(other, place))) {
    one.at -= place.at;
    one.within = place;
    covered.push(one);
  }
  standing = standing.filter((one) => !one.within);
  const stop = place.at + old.length;
  place.cut = standing.filter((one) => one.at < stop && one.at + one.words.length > place.at).map((one) => ({ one, at: one.at - place.at, words: one.words }));
  const behind = standing.findIndex((one) => one.at >= stop && !(one.at === place.at && !old));
  replace(place.at, stop, words);
  standing.splice(behind < 0 ? standing.length : behind, 0, place);
  return { text: seen, back: (now) => takenBack(place, now) };
}

/** Keeps to where the changes stand when the reader goes on writing. @param {string} now */
export function follow(now) {
  let from = 0;
  while (from < Math.min(seen.length, now.length) && seen[from] === now[from]) from += 1;
  let same = 0;
  while (same < Math.min(seen.length, now.length) - from && seen.at(-1 - same) === now.at(-1 - same)) same += 1;
  replace(from, seen.length - same, now.slice(from, now.length - same));
}

/** @param {Place} one @param {Place} place */
function isInside(one, place) {
  const [end, stop] = [one.at + one.words.length, place.at + place.old.length];
  return one.words ? one.at >= place.at && end <= stop : one.at > place.at && end < stop;
}

/** Writes words over a stretch of what was seen, and moves each change with them. @param {number} from @param {number} to @param {string} words */
function replace(from, to, words) {
  if (from === to && !words) return;
  const text = seen.slice(0, from) + words + seen.slice(to);
  const more = words.length - (to - from);
  for (const one of standing) {
    const end = one.at + one.words.length;
    if (end <= from) continue;
    if (one.at >= to) one.at += more;
    else {
      const stop = end > to ? end + more : from + words.length;
      one.at = Math.min(one.at, from);
      one.words = text.slice(one.at, stop);
    }
  }
  seen = text;
}

/** @param {Place} place @param {string} now */
function takenBack(place, now) {
  follow(now);
  if (place.within) takeBackInside(place, place.within);
  else if (standing.includes(place)) takeBackHere(place);
  return seen;
}

/** What was taken out with other words changes in these. @param {Place} place @param {Place} host */
function takeBackInside(place, host) {
  const end = place.at + place.words.length;
  covered = covered.filter((one) => one !== place);
  for (const one of covered) {
    if (one.within === place) [one.within, one.at] = [host, one.at + place.at];
    else if (one.within === host && one.at >= end) one.at += place.old.length - place.words.length;
  }
  host.old = host.old.slice(0, place.at) + place.old + host.old.slice(end);
}

/** What was changed in the new words goes with them, and what the old words held stands again. @param {Place} place */
function takeBackHere(place) {
  const index = standing.indexOf(place);
  const end = place.at + place.words.length;
  const [before, after] = [standing.slice(0, index), standing.slice(index + 1)];
  const again = covered.filter((one) => one.within === place).sort((one, other) => one.at - other.at);
  covered = covered.filter((one) => one.within !== place);
  const more = place.old.length - place.words.length;
  const text = seen.slice(0, place.at) + place.old + seen.slice(end);
  const left = after.filter((one) => one.at >= end);
  for (const one of left) one.at += more;
  for (const one of before) if (one.at + one.words.length > place.at) one.words = text.slice(one.at, one.at + one.words.length + more);
  for (const { one, at, words } of place.cut) [one.at, one.words] = [at + place.at, words];
  for (const one of again) [one.within, one.at] = [null, one.at + place.at];
  standing = [...before, ...again, ...left];
  seen = text;
}

/** @param {string} words */
export const clipped = (words) => (words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words);
