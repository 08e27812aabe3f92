/** Answers on standard output what each text of the arguments means: [the one place or null, all that is offered]. */
import { readFileSync } from "node:fs";
import { placesOf } from "../../overrides/assets/app/form/place_list.js";
import { find, single } from "../../overrides/assets/app/form/place_search.js";

const [file, ...texts] = process.argv.slice(2);
const list = placesOf(readFileSync(file, "utf8"));
const told = (place) => place && [place.kind, place.name, place.sets.zone, place.sets.country, place.sets.region];
console.log(JSON.stringify(texts.map((text) => { const found = find(list, text); return [told(single(found)) ?? null, found.map(({ place }) => told(place))]; })));
