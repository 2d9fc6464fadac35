import type { Channel } from '../insight/view.ts';
import { CHANNELS } from '../insight/view.ts';

export const LABELS = ['NEGATIVE', 'NEUTRAL', 'POSITIVE'] as const;
export type Label = (typeof LABELS)[number];

/** What the address of the list says. */
export interface ListFilter {
  /** Part of the text. */
  q?: string;
  label?: Label[];
  channel?: Channel[];
  customer?: string;
  /** ISO 8601, inclusive. */
  from?: string;
  /** ISO 8601, exclusive. */
  to?: string;
  /** ISO 639-1 codes; `und` where it could not be told. */
  language?: string[];
  emotion?: string[];
  /** Categories. */
  aspect?: string[];
}

/** Those that only come with the address: figures lead here by them. */
export const WORDS = ['language', 'emotion', 'aspect'] as const;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);
const time = (value: unknown): string | undefined => (typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined);
const words = (value: unknown): string[] | undefined => {
  const found = list(value).filter((one): one is string => typeof one === 'string' && /^\w{1,40}$/.test(one));
  return found.length > 0 ? found : undefined;
};
const text = (value: unknown): string | undefined => (value == null || value === '' ? undefined : String(value).slice(0, 200));

/** Reads the search parameters; what makes no sense is left out. */
export function parseFilter(search: Record<string, unknown>): ListFilter {
  const label = LABELS.filter((one) => list(search['label']).includes(one));
  const channel = CHANNELS.filter((one) => list(search['channel']).includes(one));
  const parsed: ListFilter = {
    q: text(search['q']),
    label: label.length > 0 ? label : undefined,
    channel: channel.length > 0 ? channel : undefined,
    customer: text(search['customer']),
    from: time(search['from']),
    to: time(search['to']),
    language: words(search['language']),
    emotion: words(search['emotion']),
    aspect: words(search['aspect']),
  };
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined));
}

/** The same as the platform takes it. */
export const toInput = ({ q, label, channel, customer, from, to, language, emotion, aspect }: ListFilter) => ({
  text: q,
  label,
  channel,
  customerId: customer,
  receivedFrom: from,
  receivedTo: to,
  language,
  emotion,
  aspect,
});
