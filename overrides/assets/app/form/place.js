/**
 * One field for a place: it finds cities, regions, countries and zones, and sets zone, country and region together.
 * @module
 */
import { zone as readersZone } from "./datetime.js";
import { setValue } from "./form.js";
import { placesOf } from "./place_list.js";
import { find, single } from "./place_search.js";

/** @typedef {import("./place_list.js").Place} Place */
/** @typedef {import("./place_list.js").Places} Places */
/** @typedef {HTMLSelectElement | HTMLInputElement} Control */

const ADDRESS = new URL("places.txt", import.meta.url).href;
const HOUR_MS = 3_600_000;
/** @type {Promise<Places> | undefined} */
let loading;
/** @type {Places | undefined} */
let loaded;

/** Gives the places, fetched once and only when somebody touches a field. */
const places = () => (loading ??= load().catch((error) => { loading = undefined; throw error; }));

async function load() {
  const response = await fetch(ADDRESS);
  if (!response.ok) throw new Error(`${ADDRESS}: ${response.status}`);
  return (loaded = placesOf(await response.text()));
}

/**
 * `<followup-place data-zone="rounds[0].zone" data-country="country" data-region="subdivision">` names the controls of the
 * form that it sets. Nothing is set while one types: Enter, a click, or leaving the field with the one place of that name
 * chooses; leaving it otherwise brings back what stood there. An answer that asks for a place takes the field from the page's template.
 */
export class FollowupPlace extends HTMLElement {
  #listening = new AbortController();
  /** @type {Place | undefined} */
  #chosen;
  /** @type {Place[]} */
  #rows = [];
  /** The search for what was typed last. */
  #finding = Promise.resolve();

  connectedCallback() {
    const { signal } = (this.#listening = new AbortController());
    if (!this.#find("field")) this.prepend(/** @type {HTMLTemplateElement} */ (this.closest("followup-tool")?.querySelector('template[data-part="place"]')).content.cloneNode(true));
    this.#part("field").hidden = this.#part("list-summary").hidden = false;
    /** @type {HTMLDetailsElement} */ (this.#part("list")).open = false;
    // What is typed here is no answer of the form.
    for (const news of ["input", "change"]) this.#part("field").addEventListener(news, (event) => event.stopPropagation(), { signal });
    this.#search.addEventListener("focus", () => { this.#search.select(); places().catch(() => {}); }, { signal });
    this.#search.addEventListener("input", () => { this.#finding = this.#typed(); }, { signal });
    this.#part("field").addEventListener("keydown", (event) => this.#key(event), { signal });
    this.#part("found").addEventListener("click", (event) => this.#clicked(event), { signal });
    this.addEventListener("focusout", (event) => this.contains(/** @type {Node | null} */ (event.relatedTarget)) || this.#leave(), { signal });
    this.#select("zones").addEventListener("change", () => this.#tell("zone", this.#select("zones").value), { signal });
    this.#find("parts")?.addEventListener("change", () => this.#tell("region", this.#select("parts").value), { signal });
    const form = this.closest("form");
    for (const news of ["followup-set", "input"]) form?.addEventListener(news, (event) => this.#isOurs(event.target) && this.#show(), { signal });
    // A region belongs to its country.
    this.#control("country")?.addEventListener("change", () => this.#put("region", ""), { signal });
    this.#show();
  }

  disconnectedCallback() { this.#listening.abort(); }

  /** @param {string} name */
  #find(name) { return /** @type {HTMLElement | null} */ (this.querySelector(`[data-part="${name}"]`)); }
  /** @param {string} name */
  #part(name) { return /** @type {HTMLElement} */ (this.#find(name)); }
  /** @param {string} name */
  #select(name) { return /** @type {HTMLSelectElement} */ (this.#part(name)); }
  get #search() { return /** @type {HTMLInputElement} */ (this.#part("search")); }
  get #radios() { return /** @type {HTMLInputElement[]} */ ([...this.#part("rows").querySelectorAll("input")]); }
  /** @returns {Record<string, string>} */
  get #words() { return JSON.parse(this.#part("field").dataset.words ?? "{}"); }

  /** The control that holds the zone, the country or the region. @param {"zone" | "country" | "region"} kind */
  #control(kind) {
    const name = this.dataset[kind];
    return /** @type {Control | null} */ (name ? this.closest("form")?.elements.namedItem(name) ?? null : null);
  }

  /** @param {EventTarget | null} target */
  #isOurs(target) { return ["zone", "country", "region"].some((kind) => target !== null && target === this.#control(/** @type {"zone"} */ (kind))); }

  async #typed() {
    const text = this.#search.value;
    const list = await places().catch(() => undefined);
    if (text !== this.#search.value) return;
    this.#part("absent").hidden = Boolean(list);
    if (!list) return void (/** @type {HTMLDetailsElement} */ (this.#part("list")).open = true);
    const found = find(list, text);
    const likely = single(found) ?? (found.filter(({ place }) => place.kind !== "zone").length === 1 && !found.some(({ isExact }) => isExact) ? found[0]?.place : undefined);
    this.#offer(found.map(({ place }) => place), likely);
    this.#part("none").hidden = found.length > 0 || !text.trim();
  }

  /** @param {Place[]} rows @param {Place} [likely] */
  #offer(rows, likely) {
    this.#rows = rows;
    this.#part("rows").replaceChildren(...rows.map((place, index) => this.#row(place, index, place === likely)));
    this.#part("found").hidden = rows.length === 0;
  }

  /** @param {Place} place @param {number} index @param {boolean} isLikely */
  #row(place, index, isLikely) {
    const row = /** @type {HTMLElement} */ (/** @type {HTMLTemplateElement} */ (this.#part("row")).content.cloneNode(true));
    const put = (/** @type {string} */ name, /** @type {string} */ words) => { /** @type {HTMLElement} */ (row.querySelector(`[data-part="${name}"]`)).textContent = words; };
    const radio = /** @type {HTMLInputElement} */ (row.querySelector("input"));
    Object.assign(radio, { value: String(index), checked: isLikely });
    put("name", place.name);
    put("where", this.#words[place.kind] + (place.kind !== "zone" && place.where ? this.#words.in.replace("{}", place.where) : ""));
    put("now", this.#words.now + clock(place.sets.zone));
    return row;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const radios = this.#radios;
    if (event.key === "Escape") { event.preventDefault(); this.#restore(); }
    else if (event.key === "ArrowDown" && event.target === this.#search && radios.length) { event.preventDefault(); (radios.find(({ checked }) => checked) ?? radios[0]).focus(); }
    else if (event.key === "Enter" && !(event.target instanceof HTMLSelectElement)) { event.preventDefault(); this.#enter(event.target); }
  }

  /** Chooses once the places are there: who types fast presses Enter before the first list has come. @param {EventTarget | null} target */
  async #enter(target) {
    const text = this.#search.value;
    await this.#finding;
    if (text !== this.#search.value) return;
    const radios = this.#radios;
    const on = radios.find((radio) => radio === target) ?? radios.find(({ checked }) => checked);
    if (on) this.#choose(this.#rows[Number(on.value)]);
    else radios[0]?.focus();
  }

  /** A finger or a mouse chooses at once; the arrow keys, which click too, only go from one to the next. @param {MouseEvent} event */
  #clicked(event) {
    const row = /** @type {HTMLElement} */ (event.target).closest("label");
    const radio = row?.querySelector("input");
    if (radio && event.detail > 0) this.#choose(this.#rows[Number(radio.value)]);
  }

  async #leave() {
    if (this.#part("found").hidden && this.#search.value === this.#shown) return this.#restore();
    const text = this.#search.value;
    const list = await places().catch(() => undefined);
    const meant = list && single(find(list, text));
    if (text !== this.#search.value || this.contains(document.activeElement)) return;
    if (meant) this.#choose(meant);
    else this.#restore();
  }

  #restore() {
    this.#offer([]);
    this.#part("none").hidden = true;
    this.#show();
  }

  /** @param {Place} place */
  #choose(place) {
    this.#chosen = place;
    const { zone, country, region } = place.sets;
    if (country) this.#put("country", country);
    if (country) this.#put("region", region);
    this.#put("zone", zone);
    this.#restore();
    this.#ask(place);
    this.#news();
  }

  /** Asks what the place alone does not say: which of several clocks, and which region's holidays. @param {Place} place */
  async #ask({ kind, sets }) {
    const country = (await places()).countries.get(sets.country);
    const zones = kind === "country" && country ? country.zones : [];
    this.#part("zones-field").hidden = zones.length < 2;
    this.#select("zones").replaceChildren(...zones.map((id) => new Option(`${town(id)}, ${this.#words.now}${clock(id)}`, id)));
    const field = this.#find("parts-field");
    if (!field) return;
    field.hidden = !country?.differs || Boolean(sets.region);
    const [empty] = this.#select("parts").options;
    this.#select("parts").replaceChildren(empty, ...(country?.parts ?? []).map(({ code, name }) => new Option(name, code)));
    this.#select("parts").value = "";
  }

  /** @param {"zone" | "region"} kind @param {string} value */
  #tell(kind, value) {
    this.#put(kind, value);
    if (this.#chosen) this.#chosen = { ...this.#chosen, sets: { ...this.#chosen.sets, [kind]: value } };
    this.#show();
    this.#news();
  }

  /** @param {"zone" | "country" | "region"} kind @param {string} value */
  #put(kind, value) {
    const control = this.#control(kind);
    if (control) setValue(control, value);
  }

  /** The form hears of it as of any other answer. */
  #news() {
    for (const news of ["input", "change"]) this.#control("zone")?.dispatchEvent(new Event(news, { bubbles: true }));
  }

  /** What the field says while nobody types: the place that was chosen, or what the controls hold. */
  get #shown() {
    const [zone, country, region] = /** @type {const} */ (["zone", "country", "region"]).map((kind) => this.#control(kind)?.value ?? "");
    const { sets, name } = this.#chosen ?? {};
    if (sets && name && sets.zone === zone && (!sets.country || !this.dataset.country || (sets.country === country && sets.region === region))) return name;
    return zone && town(zone);
  }

  #show() {
    const zone = this.#control("zone")?.value ?? "";
    if (document.activeElement !== this.#search || this.#part("found").hidden) this.#search.value = this.#shown;
    this.#part("sets").hidden = !zone;
    this.#part("clock").textContent = zone && `${town(zone)}, ${this.#apart(zone)}`;
    const holidays = this.#find("holidays");
    const words = [this.#region(), chosenText(this.#control("country"))].filter(Boolean).join(", ");
    if (holidays) holidays.textContent = words;
    if (holidays) this.#part("holidays-row").hidden = !words;
  }

  /** The region's name, which only a list of regions knows by itself. */
  #region() {
    const one = this.#control("region");
    if (one instanceof HTMLSelectElement) return chosenText(one);
    const parts = loaded?.countries.get(this.#control("country")?.value ?? "")?.parts ?? [];
    return parts.find(({ code }) => code === one?.value)?.name ?? one?.value ?? "";
  }

  /** How far a clock is from the reader's own, in words. @param {string} zone */
  #apart(zone) {
    const hours = (offset(zone) - offset(readersZone())) / HOUR_MS;
    const size = Math.abs(hours) === 1 ? this.#words.hour : this.#words.hours.replace("{}", String(Math.abs(hours)));
    return hours ? this.#words[hours < 0 ? "behind" : "ahead"].replace("{}", size) : this.#words.same;
  }
}

/** @param {string} zone */
const town = (zone) => zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");

/** What is chosen in a list, as it stands there; "no country" is nothing. @param {Control | null} control */
const chosenText = (control) => (control instanceof HTMLSelectElement && control.value ? control.selectedOptions[0]?.text ?? "" : "");

/** The hour there now, as the reader's own machine writes hours. @param {string} zone */
function clock(zone) {
  try {
    return new Intl.DateTimeFormat(undefined, { timeZone: zone, hour: "numeric", minute: "2-digit" }).format(new Date());
  } catch {
    // A browser may not know the newest zones.
    return "";
  }
}

/** How far a clock is from UTC now, in milliseconds. @param {string} zone */
function offset(zone) {
  const now = Math.floor(Date.now() / 60_000) * 60_000;
  try {
    const parts = Object.fromEntries(new Intl.DateTimeFormat("en", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" }).formatToParts(now).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute) - now;
  } catch {
    return 0;
  }
}
