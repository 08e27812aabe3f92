/**
 * Greets who comes back: how many interviews this browser keeps, and what is to be done today.
 * @module
 */
import { moment } from "../form/datetime.js";
import { ask } from "../python/runtime.js";
import * as cases from "../store/cases.js";
import { open } from "./interviews.js";
import { copyOf, part } from "./progress.js";

/** @typedef {{ id: string, turn: string, says: { do: string, who: string, when: string } }} Row */

/** Shows what is kept and folds the questions; what is to be done today follows when Python has it. @param {HTMLElement} home */
export function welcome(home) {
  const count = cases.list().length;
  // The page's first script looked before it was drawn; what was kept may be gone since, or new.
  document.documentElement.classList.toggle("returning", count > 0);
  if (!count) return;
  part(home, "kept").textContent = count === 1 ? "1 interview" : `${count} interviews`;
  part(home, "welcome").hidden = false;
  const another = /** @type {HTMLDetailsElement} */ (part(home, "another"));
  /** @type {HTMLElement} */ (another.querySelector("summary")).hidden = false;
  another.open = false;
  if (savesData()) part(home, "today").replaceChildren();
  else whenIdle(() => today(home).catch(() => part(home, "today").replaceChildren()));
}

/** Who keeps interviews came for them: Python is asked once the page stands. A failure leaves the greeting as it is. @param {HTMLElement} home */
async function today(home) {
  const request = { tool: "interviews", now: moment(new Date()), fields: { cases: cases.asked() } };
  /** @type {{ data: { interviews: Row[] } }} */
  const { data } = JSON.parse(await ask(JSON.stringify(request)));
  const due = data.interviews.filter(({ turn }) => turn === "today");
  part(home, "kept").append(",");
  part(home, "due").textContent = `${due.length || "nothing"} to do today`;
  // Where nothing is due, the next one stands there.
  const next = data.interviews.filter(({ turn }) => turn === "soon" || turn === "theirs").slice(0, 1);
  part(home, "today").replaceChildren(...(due.length ? due : next).map((one) => row(home, one)));
}

/** @param {HTMLElement} home @param {Row} due */
function row(home, { id, says }) {
  const made = copyOf(home, "one-today");
  for (const name of /** @type {const} */ (["do", "who", "when"])) part(made, name).textContent = says[name];
  made.addEventListener("click", () => open(id));
  return made;
}

const savesData = () => Boolean(/** @type {{ connection?: { saveData?: boolean } }} */ (navigator).connection?.saveData);

/** @param {() => void} then */
const whenIdle = (then) => ("requestIdleCallback" in window ? requestIdleCallback(then) : setTimeout(then, 200));
