// Reads an iCalendar text on standard input with ical.js and writes its events as JSON.
import ICAL from "ical.js";
import { text } from "node:stream/consumers";

const calendar = new ICAL.Component(ICAL.parse(await text(process.stdin)));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    description: event.description,
    status: component.getFirstPropertyValue("status"),
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    wholeDay: event.startDate.isDate,
    alarms: component.getAllSubcomponents("valarm").length,
    people: event.attendees.length + (event.organizer ? 1 : 0),
  };
});
process.stdout.write(JSON.stringify(events));
