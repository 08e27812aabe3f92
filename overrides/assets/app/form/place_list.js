/**
 * The list of places that the build wrote, read: cities, regions, countries and zones with all their names.
 * @module
 */

/** @typedef {{ zone: string, country: string, region: string }} Sets what a place tells the planner; nothing stays as it was */
/**
 * @typedef {object} Place
 * @property {"city" | "region" | "country" | "zone"} kind
 * @property {string} name
 * @property {string} where the region and the country it lies in, in words
 * @property {string[]} keys its names as they are searched
 * @property {string[]} within the names of what it lies in, as they are searched
 * @property {number} size to put one before another
 * @property {Sets} sets
 */
/** @typedef {{ code: string, name: string }} Part */
/** @typedef {{ code: string, name: string, zones: string[], parts: Part[], differs: boolean }} Country */
/** @typedef {{ country: Country, keys: string[], own: Place, regions: Map<string, { name: string, zone: string, keys: string[] }> }} At the country that is being read */
/** @typedef {{ places: Place[], countries: Map<string, Country> }} Places */

const APART = new Map(Object.entries({ ß: "ss", ł: "l", ø: "o", đ: "d", æ: "ae", œ: "oe", ð: "d", þ: "th", ı: "i" }));
const SAINTS = new Set(["saint", "sankt"]);
/** Countries whose people write a region by its letters: "Springfield, IL". */
const LETTERED = new Set(["US", "CA", "AU"]);
/** Letters of countries by which people mean a clock: "10 am PT". */
const HOURS = new Set(["et", "mt", "pt"]);
const REGION_SIZE = 8;

/** Gives a name as it is searched: small, without marks, stops and hyphens. @param {string} text */
export function folded(text) {
  const bare = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[ßłøđæœðþı]/g, (sign) => APART.get(sign) ?? sign);
  return bare.replaceAll(".", "").replace(/[-_/,()'’‘`´]+/g, " ").trim().split(/\s+/).map((word) => (SAINTS.has(word) ? "st" : word)).join(" ");
}

/** Reads the file that followup_site.places.writing wrote. @param {string} text @returns {Places} */
export function placesOf(text) {
  /** @type {Place[]} */
  const places = [];
  /** @type {Map<string, Country>} */
  const countries = new Map();
  /** @type {At | undefined} */
  let at;
  const named = new Set();
  for (const line of text.split("\n")) {
    const [first, ...rest] = line.split("|");
    const mark = line[0];
    if (mark === "=") {
      const country = { code: first.slice(1), name: rest[0], zones: rest[2].split(" "), parts: [], differs: rest[3] === "1" };
      const letters = first.slice(1).toLowerCase();
      const keys = [...keysOf(rest[0], rest[1]), ...(HOURS.has(letters) ? [] : [letters])];
      const own = /** @type {Place} */ ({ kind: "country", name: country.name, where: "", keys, within: [], size: 0, sets: { zone: country.zones[0], country: country.code, region: "" } });
      at = { country, keys, own, regions: new Map() };
      countries.set(country.code, country);
      places.push(own);
    } else if (mark === "+" && at) {
      places.push(region(at, first.slice(1), rest));
    } else if (mark === "@") {
      named.add(first.slice(1));
      places.push(zone(first.slice(1), rest[0], keysOf(rest[0], rest[1])));
    } else if (mark === "~") {
      places.push(...unnamed(countries, named), ...old(line.slice(1)));
    } else if (at && line) {
      places.push(city(at, first, rest));
      at.own.size = Math.log2(2 ** at.own.size + 2 ** Number(rest[3] ?? 0));
    }
  }
  return { places, countries };
}

/** @param {At} at @param {string} code @param {string[]} told @returns {Place} */
function region({ country, keys, regions }, code, [name, also, number]) {
  const zone = country.zones[Number(number || 0)];
  const own = keysOf(name, also);
  if (LETTERED.has(country.code)) own.push(code.toLowerCase());
  regions.set(code, { name, zone, keys: own });
  country.parts.push({ code, name });
  return { kind: "region", name, where: country.name, keys: own, within: keys, size: REGION_SIZE, sets: { zone, country: country.code, region: code } };
}

/** @param {At} at @param {string} name @param {string[]} told @returns {Place} */
function city({ country, keys, regions }, name, [also, code = "", number = "", size = "0"]) {
  const part = regions.get(code);
  const zone = number ? country.zones[Number(number)] : part?.zone ?? country.zones[0];
  const where = [part?.name, country.name].filter((words) => words && words !== name).join(", ");
  const within = [...(part?.keys ?? []), ...keys];
  return { kind: "city", name, where, keys: keysOf(name, also), within, size: Number(size), sets: { zone, country: country.code, region: code } };
}

/** @param {string} id @param {string} name @param {string[]} keys @returns {Place} */
const zone = (id, name, keys) => ({ kind: "zone", name, where: id, keys: [...keys, folded(id)], within: [], size: 0, sets: { zone: id, country: "", region: "" } });

/** Zones without a name of their own are called by their city. @param {Map<string, Country>} countries @param {Set<unknown>} named */
function* unnamed(countries, named) {
  for (const { zones } of countries.values()) {
    for (const id of zones) {
      const town = id.slice(id.lastIndexOf("/") + 1).replaceAll("_", " ");
      if (!named.has(id)) yield zone(id, `${town} time`, [folded(town), folded(`${town} time`)]);
    }
  }
}

/** Zones by their old names: "Asia/Calcutta". @param {string} text */
function* old(text) {
  for (const pair of text.split(";")) {
    const [name, id] = pair.split("=");
    yield { ...zone(id, `${id.slice(id.lastIndexOf("/") + 1).replaceAll("_", " ")} time`, []), keys: [folded(name)] };
  }
}

/** @param {string} name @param {string} [also] */
const keysOf = (name, also) => [name, ...(also ? also.split(";") : [])].map(folded);
