import { durationMs } from '../../i18n/format.ts';
import { locale } from '../../i18n/index.ts';

/** Numbers, shares, times and durations as people of `locale` write them. Null becomes a dash: there is nothing to compute from. */
export interface Format {
  number(value: number | null | undefined, digits?: number): string;
  /** 0 to 1, as per cent. */
  share(value: number | null | undefined): string;
  /** -1 to 1, with its sign. */
  score(value: number | null | undefined): string;
  bytes(value: number): string;
  /** ISO 8601, such as PT1H2M3.4S; the two largest parts. */
  duration(value: string | null | undefined): string;
  dateTime(value: string | Date, timeZone?: string): string;
  day(value: string | Date, timeZone?: string): string;
  /** The begin of a bucket of a chart, as short as its length allows. */
  bucket(start: string, interval: 'MINUTE' | 'HOUR' | 'DAY' | 'WEEK' | 'MONTH', timeZone: string): string;
  /** "3 minutes ago". */
  ago(value: string | Date, now?: number): string;
}

const DASH = '–';
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

const BUCKETS = {
  MINUTE: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  HOUR: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  DAY: { weekday: 'short', day: 'numeric', month: 'short' },
  WEEK: { day: 'numeric', month: 'short', year: 'numeric' },
  MONTH: { month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Formats for one locale. */
export function createFormat(locale: string): Format {
  const number = (value: number | null | undefined, digits = 0) =>
    value == null ? DASH : new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: 0 }).format(value);
  return {
    number,
    share: (value) => (value == null ? DASH : new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(value)),
    score: (value) =>
      value == null
        ? DASH
        : new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value),
    bytes: (value) => (value < 1e6 ? `${number(value / 1e3, 1)} kB` : `${number(value / 1e6, 1)} MB`),
    duration: (value) => {
      const length = durationMs(value);
      return length === undefined ? DASH : durationOf(length / 1000, number);
    },
    dateTime: (value, timeZone) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(value)),
    day: (value, timeZone) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(value)),
    bucket: (start, interval, timeZone) => new Intl.DateTimeFormat(locale, { ...BUCKETS[interval], timeZone }).format(new Date(start)),
    ago: (value, now = Date.now()) => {
      const seconds = (new Date(value).getTime() - now) / 1000;
      const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS.at(-1)!;
      return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
    },
  };
}

/** Formats of the console's language. */
export const format = createFormat(locale);

function durationOf(seconds: number, number: Format['number']): string {
  if (seconds < 1) return `${number(seconds * 1000)} ms`;
  if (seconds < 10) return `${number(seconds, 1)} s`;
  if (seconds < 60) return `${number(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
  return `${Math.floor(seconds / 86_400)} d ${Math.round((seconds % 86_400) / 3600)} h`;
}
