import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link to an export says: which one, who asked for the link, and until when it holds. */
export interface ExportLink {
  tenant: string;
  requestId: string;
  /** Id of who will have fetched it, as far as anybody can tell. */
  actor: string;
  expiresAt: Date;
}

const sign = (secret: Buffer, text: string) => createHmac('sha256', secret).update(text).digest();

export function toLink(secret: Buffer, { tenant, requestId, actor, expiresAt }: ExportLink): string {
  const text = Buffer.from(JSON.stringify([tenant, requestId, actor, expiresAt.getTime()])).toString('base64url');
  return `${text}.${sign(secret, text).toString('base64url')}`;
}

/** Undefined for a link that was not made with the secret, or is over. */
export function parseLink(secret: Buffer, link: string, now: Date): ExportLink | undefined {
  const [text = '', signature = ''] = link.split('.');
  const [wanted, given] = [sign(secret, text), Buffer.from(signature, 'base64url')];
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return undefined;
  const [tenant, requestId, actor, expires] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [string, string, string, number];
  return expires > now.getTime() ? { tenant, requestId, actor, expiresAt: new Date(expires) } : undefined;
}
