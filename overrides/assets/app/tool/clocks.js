/**
 * Holds the hours of an answer against the device's own clock: where the two know different rules, a line says so.
 * @module
 */

/** Shows the line that Python wrote, where one of its moments has another offset on this device. @param {ParentNode} answer */
export function tellClocks(answer) {
  for (const line of answer.querySelectorAll(/** @type {"p"} */ ("[data-clocks]"))) {
    /** @type {[string, string][]} */
    const moments = JSON.parse(line.dataset.clocks ?? "[]");
    line.hidden = !moments.some(([zone, moment]) => offset(zone, moment) !== "" && offset(zone, moment) !== told(moment));
  }
}

/** @param {string} moment like 2026-12-15T09:00:00-07:00 */
const told = (moment) => moment.slice(19);

/** Gives what this device takes for the offset of a zone then, or nothing where it does not know the zone. @param {string} zone @param {string} moment */
function offset(zone, moment) {
  try {
    const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(new Date(moment));
    const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
    return name === "GMT" ? "+00:00" : name.replace("GMT", "");
  } catch { return ""; }
}
