/**
 * Writes moments as the door reads them: wall time on the reader's clock with its offset.
 * @module
 */

/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/** Gives "2027-01-07". @param {Date} date */
export const day = (date) => `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** Gives "2027-01-07T15:04", what a datetime-local field holds. @param {Date} date */
export const minute = (date) => `${day(date)}T${two(date.getHours())}:${two(date.getMinutes())}`;

const FIRST_HOUR = 9;
const LAST_HOUR = 20;

/** Gives the last full hour, "15:00", for who just comes out of an interview; nothing at an hour when nobody holds one. @param {Date} date */
export const hour = (date) => (date.getHours() >= FIRST_HOUR && date.getHours() <= LAST_HOUR ? `${two(date.getHours())}:00` : "");

/** Gives "-05:00", which may change with the date. @param {Date} date */
function offset(date) {
  const minutes = -date.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.trunc(size / 60))}:${two(size % 60)}`;
}

/** Gives "2027-01-07T15:04:05-05:00". @param {Date} date */
export const moment = (date) => `${minute(date)}:${two(date.getSeconds())}${offset(date)}`;

/** Gives the minute with its offset, as an event is told. @param {string} local "2027-01-07T15:04" */
export const told = (local) => `${local}${offset(new Date(local))}`;

/** Gives what a datetime-local field shows for a moment that was told. @param {string} text */
export const shown = (text) => (/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? minute(new Date(text)) : /^[\d-]{10}$/.test(text) ? `${text}T12:00` : text);

/** @type {string | undefined} */
let readersZone;

/** Gives the reader's zone, like "Europe/London"; asking the browser is slow, so that is done once. */
export const zone = () => (readersZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC");
