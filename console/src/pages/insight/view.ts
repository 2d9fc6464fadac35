/** Ranges that end now. */
export const PRESETS = { '1h': 1, '24h': 24, '7d': 24 * 7, '30d': 24 * 30, '90d': 24 * 90 } as const;
export type Preset = keyof typeof PRESETS;
export const INTERVALS = ['MINUTE', 'HOUR', 'DAY', 'WEEK', 'MONTH'] as const;
export type Interval = (typeof INTERVALS)[number];
export const CHANNELS = ['EMAIL', 'CHAT', 'PHONE', 'SOCIAL', 'REVIEW', 'SURVEY', 'TICKET'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What the address says; whatever it does not say is chosen by `resolveView`. */
export interface View {
  range?: Preset;
  /** ISO 8601; both or neither. They win over `range`. */
  from?: string;
  to?: string;
  interval?: Interval;
  /** IANA name; the browser's when absent. */
  tz?: string;
  channel?: Channel[];
  /** ISO 639-1 codes. */
  language?: string[];
  customer?: string;
}

const HOUR = 3_600_000;
const LENGTHS: Record<Interval, number> = { MINUTE: 60_000, HOUR, DAY: 24 * HOUR, WEEK: 168 * HOUR, MONTH: 720 * HOUR };
/** The service draws at most 2,000 buckets, and a screen shows far fewer. */
const MOST_BUCKETS = 800;

const strings = (value: unknown): string[] => (Array.isArray(value) ? value : value == null ? [] : [value]).map(String).filter((one) => one !== '');
const isTime = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const isZone = (value: unknown): value is string => {
  try {
    return typeof value === 'string' && Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
};

/** Reads the search parameters of an address; what makes no sense is left out, so that an old link still opens. */
export function parseView(search: Record<string, unknown>): View {
  const view: View = {};
  if (typeof search['range'] === 'string' && search['range'] in PRESETS) view.range = search['range'] as Preset;
  if (isTime(search['from']) && isTime(search['to']) && Date.parse(search['from']) < Date.parse(search['to'])) {
    view.from = search['from'];
    view.to = search['to'];
  }
  const interval = INTERVALS.find((one) => one === search['interval']);
  if (interval) view.interval = interval;
  if (isZone(search['tz'])) view.tz = search['tz'];
  const channel = CHANNELS.filter((one) => strings(search['channel']).includes(one));
  if (channel.length > 0) view.channel = channel;
  const language = strings(search['language']).filter((one) => /^[a-z]{2,3}$/.test(one));
  if (language.length > 0) view.language = language;
  const customer = strings(search['customer'])[0];
  if (customer) view.customer = customer;
  return view;
}

/** A view with everything decided. */
export interface ResolvedView {
  range: { from: string; to: string };
  /** As long, directly before it. */
  previous: { from: string; to: string };
  /** The chosen one where it does not draw too many buckets. */
  interval: Interval;
  /** Those that do not draw too many buckets. */
  intervals: Interval[];
  timezone: string;
  /** True while the range ends now, so that news belongs to it. */
  live: boolean;
}

/** A range that ends "now" ends at the next full step, so that its queries stay the same while the clock ticks. */
export function resolveView(view: View, now: number, browserZone: string): ResolvedView {
  const fixed = view.from !== undefined && view.to !== undefined;
  const hours = PRESETS[view.range ?? '7d'];
  const step = hours <= 1 ? 5 * 60_000 : HOUR;
  const to = fixed ? Date.parse(view.to!) : Math.ceil((now + 1) / step) * step;
  const from = fixed ? Date.parse(view.from!) : to - hours * HOUR;
  const span = to - from;
  const intervals = INTERVALS.filter((one) => span / LENGTHS[one] <= MOST_BUCKETS && (span >= LENGTHS[one] || one === 'MINUTE'));
  const usual: Interval = span <= 3 * HOUR ? 'MINUTE' : span <= 72 * HOUR ? 'HOUR' : span <= 100 * 24 * HOUR ? 'DAY' : 'WEEK';
  const wanted = view.interval ?? usual;
  return {
    range: { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
    previous: { from: new Date(from - span).toISOString(), to: new Date(from).toISOString() },
    interval: intervals.includes(wanted) ? wanted : (intervals.find((one) => one === usual) ?? intervals.at(-1) ?? 'MONTH'),
    intervals,
    timezone: view.tz ?? browserZone,
    live: !fixed,
  };
}

/** The end of the bucket that begins at `start`, by the next bucket where there is one. */
export function bucketEnd(starts: readonly string[], index: number, rangeEnd: string): string {
  return starts[index + 1] ?? rangeEnd;
}
