/** A subject token for any string: letters, digits, `-` and `_` stay, every other byte becomes `=XX`, so that two strings never meet. */
export function toToken(value: string): string {
  return value.replace(/[^A-Za-z0-9_-]/gu, (character) =>
    Array.from(Buffer.from(character), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
}

/** `<prefix>.<type>`; the dots of a type stay, so that operators can subscribe to `evt.review.>`. */
export function typeSubject(prefix: string, type: string): string {
  return [prefix, ...type.split('.').map(toToken)].join('.');
}

/** `<prefix>.<type>.<tenant>`: permissions and filters can be given by type and by tenant. */
export function eventSubject(prefix: string, { type, tenant }: { type: string; tenant: string }): string {
  return `${typeSubject(prefix, type)}.${toToken(tenant)}`;
}

/** The one filter that covers what a reader wants. Several at once need NATS 2.10; the reader drops the rest itself. */
export function widestFilter(prefix: string, types: readonly string[], tenant?: string): string {
  return types.length === 1 ? `${typeSubject(prefix, types[0]!)}.${tenant === undefined ? '*' : toToken(tenant)}` : `${prefix}.>`;
}
