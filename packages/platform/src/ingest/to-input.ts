/** What `submitInteractions` takes for one row. */
export interface InteractionInput {
  text: string;
  customerId: string;
  channel: string;
  externalId: string;
  receivedAt?: string;
  customerName?: string;
  language?: string;
}

const CHANNELS = new Set(['EMAIL', 'CHAT', 'PHONE', 'SOCIAL', 'REVIEW', 'SURVEY', 'TICKET']);

/**
 * A row's fields as an interaction, or what is wrong with them. A row without `externalId` gets one from the file's digest and its line, so that reading
 * the same file again stores nothing twice; one without `customerId` is its own customer.
 */
export function toInput(
  fields: Record<string, unknown>,
  row: { line: number; fileId: string; channel: string },
): InteractionInput | { error: string } {
  const field = (name: string) => (fields[name] === undefined || fields[name] === null || fields[name] === '' ? undefined : String(fields[name]));
  if (typeof fields['text'] !== 'string') return { error: fields['text'] === undefined ? 'there is no "text"' : '"text" is not a string' };
  const channel = (field('channel') ?? row.channel).toUpperCase();
  if (!CHANNELS.has(channel)) return { error: `channel "${channel}" is unknown; use one of ${[...CHANNELS].join(', ')}` };
  const received = field('receivedAt');
  const time = received === undefined ? undefined : new Date(received);
  if (time && Number.isNaN(time.getTime())) return { error: `receivedAt "${received}" is not a time; write it like 2026-03-02T09:00:00Z` };
  return {
    text: fields['text'],
    customerId: field('customerId') ?? `${row.fileId}-${row.line}`,
    channel,
    externalId: field('externalId') ?? `${row.fileId}-${row.line}`,
    ...(time && { receivedAt: time.toISOString() }),
    ...(field('customerName') && { customerName: field('customerName') }),
    ...(field('language') && { language: field('language') }),
  };
}
