import { ServiceError } from '@customerai/service';
import { timingSafeEqual } from 'node:crypto';
import type { Deps } from '../context.ts';
import { contentTypeOf, type ExportLink, signedText } from '../domain/exports.ts';
import { EXPORT_PURPOSE } from './export-report.ts';

/** Bytes in one piece: as base64 well below what a message of NATS may have. */
const PIECE = 256 * 1024;

/** A piece of an exported file, for whoever holds its link. Throws FORBIDDEN for a link that we did not make, NOT_FOUND for one that has expired. */
export async function readExport(
  { exports, key, clock }: Pick<Deps, 'exports' | 'key' | 'clock'>,
  { signature, offset, ...link }: ExportLink & { signature: string; offset: number },
): Promise<{ bytes: string; size: number; contentType: string }> {
  const [given, ours] = [Buffer.from(signature), Buffer.from(key.sign(EXPORT_PURPOSE, signedText(link)))];
  if (given.length !== ours.length || !timingSafeEqual(given, ours))
    throw new ServiceError('FORBIDDEN', 'This link is none of ours, or it was changed. Use the one that exportReport gave, as it is.');
  const expired = link.expires <= clock().getTime();
  const piece = expired ? undefined : await exports.read(link, offset, PIECE);
  if (!piece)
    throw new ServiceError(
      'NOT_FOUND',
      expired ? 'This link has expired. Export the report again.' : 'This export is not there any more. Export the report again.',
    );
  return { bytes: piece.bytes.toString('base64'), size: piece.size, contentType: contentTypeOf(link.file) };
}
