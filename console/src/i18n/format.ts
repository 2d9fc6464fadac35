import { locale } from './index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ago = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

export const formatDateTime = (at: string | number | Date): string => dateTime.format(new Date(at));
export const formatNumber = (value: number, digits = 0): string => value.toLocaleString(locale, { maximumFractionDigits: digits });
/** A share from 0 to 1 as per cent; a dash when there is none. */
export const formatShare = (value: number | null | undefined, digits = 0): string =>
  value == null ? '–' : value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: digits });

/** How long ago, or how long until, in the largest unit that fits. */
export function formatAgo(at: string | number | Date, now: number): string {
  const distance = new Date(at).getTime() - now;
  const size = Math.abs(distance);
  if (size < MINUTE) return ago.format(0, 'minute');
  if (size < HOUR) return ago.format(Math.round(distance / MINUTE), 'minute');
  if (size < DAY) return ago.format(Math.round(distance / HOUR), 'hour');
  return ago.format(Math.round(distance / DAY), 'day');
}

/** 75_000 as "1:15"; from an hour on "1:02:05". Never below zero. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}

/** Milliseconds of an ISO 8601 duration of days and less, e.g. `PT1M3.5S`; undefined for anything else. */
export function durationMs(iso: string | null | undefined): number | undefined {
  const parts = iso ? /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(iso) : undefined;
  if (!parts) return undefined;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = parts;
  return Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
}

/** A span in one or two units: "42 s", "3 min", "2 h 5 min", "4 d". */
export function formatSpan(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return '–';
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < MINUTE) return `${Math.round(milliseconds / 1000)} s`;
  if (milliseconds < HOUR) return `${Math.round(milliseconds / MINUTE)} min`;
  if (milliseconds < DAY) return `${Math.floor(milliseconds / HOUR)} h ${Math.round((milliseconds % HOUR) / MINUTE)} min`;
  return `${Math.round(milliseconds / DAY)} d`;
}
