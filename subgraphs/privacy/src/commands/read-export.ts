import { type CustomerRecord, ServiceError } from '@customerai/service';
import type { Deps } from '../context.ts';
import { parseLink } from '../domain/export-link.ts';
import { SERVICES } from '../domain/request.ts';

export interface ExportPage {
  /** With the first page. */
  about?: { requestId: string; customerId: string; requestedAt: string };
  service: string;
  records: CustomerRecord[];
  next?: string;
}

/**
 * A page of an export, for whoever has a link to it; `after` is the `next` of the page before. That it is read goes into the audit log before anything is given away. Throws
 * NOT_FOUND.
 */
export async function readExport(deps: Deps, { link, after }: { link: string; after?: string | undefined }): Promise<ExportPage> {
  const { requests, exportParts, audit, secrets, clock } = deps;
  const read = parseLink(secrets('links'), link, clock());
  if (!read) throw gone('This link is not valid, or not any more: links hold for a quarter of an hour. Ask for "downloadUrl" again.');
  const { tenant, requestId, actor } = read;
  const [request] = await requests.findMany(tenant, [requestId]);
  if (request?.kind !== 'EXPORT' || !(await exportParts.has(tenant, requestId)))
    throw gone('The export is not kept any more. Ask for a new one with "requestExport".');

  const [serviceAt = 0, number = 0] = (after ?? '0:0').split(':').map(Number);
  const { customerId, requestedAt } = request;
  if (after === undefined) await audit.append(tenant, { actor, action: 'export.read', target: `privacyRequest:${requestId}`, customerId });
  const service = SERVICES[serviceAt]!;
  const records = await exportParts.get({ tenant, requestId, service, number });
  const next = records ? `${serviceAt}:${number + 1}` : serviceAt + 1 < SERVICES.length ? `${serviceAt + 1}:0` : undefined;
  return {
    ...(after === undefined ? { about: { requestId, customerId, requestedAt: requestedAt.toISOString() } } : {}),
    service,
    records: records ?? [],
    ...(next === undefined ? {} : { next }),
  };
}

const gone = (message: string) => new ServiceError('NOT_FOUND', message);
