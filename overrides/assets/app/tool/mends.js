/**
 * Puts other words in the place of some in a draft, and takes them back wherever they stand by then.
 * @module
 */

const AROUND = 30;
const SHOWN = 40;

/** @typedef {{ text: string, back: (now: string) => string }} Patched */

/**
 * Gives the draft with the change, or null where it no longer holds the old words there. Places count whole characters, as Python does.
 * @param {string} draft @param {number} start @param {number} end @param {string} old @param {string} words @returns {Patched | null}
 */
export function patch(draft, start, end, old, words) {
  const letters = Array.from(draft);
  if (letters.slice(start, end).join("") !== old) return null;
  const head = letters.slice(0, start).join("");
  const tail = letters.slice(end).join("");
  return { text: head + words + tail, back: (now) => takenBack(now, head, tail, old, words) };
}

/** Finds the new words by what stands around them, the more of it the better. @param {string} now @param {string} head @param {string} tail @param {string} old @param {string} words */
function takenBack(now, head, tail, old, words) {
  for (let around = AROUND; around >= 0; around -= 5) {
    const before = around ? head.slice(-around) : "";
    const found = before + words + tail.slice(0, around);
    const at = found ? now.indexOf(found) : -1;
    if (at >= 0) return now.slice(0, at + before.length) + old + now.slice(at + before.length + words.length);
  }
  return now.slice(0, head.length) + old + now.slice(head.length);
}

/** @param {string} words */
export const clipped = (words) => (words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words);
