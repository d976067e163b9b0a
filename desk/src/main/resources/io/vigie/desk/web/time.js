/** Times as people read them. */
import { locale } from './words.js';

const STEPS = [['second', 60], ['minute', 60], ['hour', 24], ['day', 7], ['week', 5], ['month', 12], ['year', Infinity]];

/** "3 min ago", short. */
export function age(iso, now = Date.now()) {
  let value = (Date.parse(iso) - now) / 1000;
  if (Number.isNaN(value)) return '';
  const format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto', style: 'narrow' });
  for (const [unit, size] of STEPS) {
    if (Math.abs(value) < size) return format.format(Math.round(value), unit);
    value /= size;
  }
  return '';
}

/** 8 Apr 06:12 */
export function clock(iso, withSeconds = false) {
  if (!iso) return '';
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(withSeconds && { second: '2-digit' }),
  }).format(new Date(iso));
}

export function hour(iso) {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso));
}

export function day(iso) {
  return new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso));
}

/** 850 ms, 2.4 s, 3 min 20 s, 2 h 5 min */
export function span(milliseconds) {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const s = milliseconds / 1000;
  if (s < 60) return `${s.toLocaleString(locale(), { maximumFractionDigits: 1 })} s`;
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
