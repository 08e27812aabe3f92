// Gives the public holidays of date-holidays for the places and years asked for on standard input.
import { readFileSync } from "node:fs";
import Holidays from "date-holidays";

const { places, years } = JSON.parse(readFileSync(0, "utf8"));
const known = new Holidays().getCountries();
const found = [];
for (const [country, region] of places) {
  if (!(country in known)) continue;
  const regions = new Holidays().getStates(country) ?? {};
  if (region && !(region in regions) && !(region.toLowerCase() in regions)) continue;
  const calendar = new Holidays(country, region in regions ? region : region.toLowerCase() || undefined);
  found.push([country, region, Object.fromEntries(years.map((year) => [year, off(calendar, year)]))]);
}
process.stdout.write(JSON.stringify(found));

function off(calendar, year) {
  const days = {};
  for (const { type, name, date, start, end } of calendar.getHolidays(year, "en")) {
    if (type !== "public") continue;
    // `date` is the day where they are; the moments are those of its midnights.
    const length = Math.max(1, Math.round((end - start) / 86_400_000));
    for (let ahead = 0; ahead < length; ahead += 1) {
      const day = new Date(Date.parse(date.slice(0, 10)) + ahead * 86_400_000).toISOString().slice(0, 10);
      days[day] ??= name;
    }
  }
  return days;
}
