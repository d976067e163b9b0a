/** Times as people read them. */
import { formatter } from './words.js';

const STEPS = [['second', 60], ['minute', 60], ['hour', 24], ['day', 7], ['week', 5], ['month', 12], ['year', Infinity]];

const AGE = { numeric: 'auto', style: 'narrow' };
const HOUR = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const MINUTE = { day: 'numeric', month: 'short', ...HOUR };
const SECOND = { ...MINUTE, second: '2-digit' };
const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const TENTH = { maximumFractionDigits: 1 };

/** "3 min ago", short. */
export function age(iso, now = Date.now()) {
  let value = (Date.parse(iso) - now) / 1000;
  if (Number.isNaN(value)) return '';
  const format = formatter(Intl.RelativeTimeFormat, AGE);
  for (const [unit, size] of STEPS) {
    if (Math.abs(value) < size) return format.format(Math.round(value), unit);
    value /= size;
  }
  return '';
}

/** 8 Apr 06:12 */
export function clock(iso, withSeconds = false) {
  if (!iso) return '';
  return formatter(Intl.DateTimeFormat, withSeconds ? SECOND : MINUTE).format(new Date(iso));
}

/** For a field of type datetime-local: the minute as this place counts it. */
export function localMinute(iso) {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function hour(iso) {
  return formatter(Intl.DateTimeFormat, HOUR).format(new Date(iso));
}

export function day(iso) {
  return formatter(Intl.DateTimeFormat, DAY).format(new Date(iso));
}

/** 850 ms, 2.4 s, 3 min 20 s, 2 h 5 min */
export function span(milliseconds) {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const s = milliseconds / 1000;
  if (s < 60) return `${formatter(Intl.NumberFormat, TENTH).format(s)} s`;
  const m = Math.floor(s / 60);
  if (m < 60) return `${m} min${Math.round(s % 60) ? ` ${Math.round(s % 60)} s` : ''}`;
  const hours = Math.floor(m / 60);
  if (hours < 48) return `${hours} h${m % 60 ? ` ${m % 60} min` : ''}`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** ISO-8601 duration (PT10M, PT1H30M) to milliseconds. */
export function duration(iso) {
  const found = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(iso ?? '');
  if (!found) return null;
  const [, d, hours, m, s] = found.map((each) => Number(each ?? 0));
  return (((d * 24 + hours) * 60 + m) * 60 + s) * 1000;
}
