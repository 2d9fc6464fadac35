import { ServiceError } from '@customerai/service';
import type { Deps } from '../context.ts';
import { type ExportRequest, fileOf, linkOf, type ReportExport, signedText } from '../domain/exports.ts';

/** What links to exports are signed for. */
export const EXPORT_PURPOSE = 'export links';
/** Exports that may wait for the one that runs: they share disk and memory with everything else. */
const MAY_WAIT = 4;

export interface Exporter {
  /** Throws RATE_LIMITED when too many wait. */
  run(deps: Deps, tenant: string, request: ExportRequest): Promise<ReportExport>;
  /** Removes the files of a tenant, those that are being written or wait included. */
  removeOf(deps: Pick<Deps, 'exports'>, tenant: string): Promise<void>;
}

/** Writes reports, one after the other. */
export function createExporter(lifetimeMs: number): Exporter {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function write({ warehouse, exports, key, clock, newId }: Deps, tenant: string, request: ExportRequest): Promise<ReportExport> {
    await exports.sweep();
    const id = newId();
    const expiresAt = new Date(clock().getTime() + lifetimeMs);
    const link = { tenant, file: fileOf(id, request.format), expires: expiresAt.getTime() };
    const rows = await exports.create(link, (path) => warehouse.exportTo(tenant, request, path));
    return { id, rows, url: linkOf(link, key.sign(EXPORT_PURPOSE, signedText(link))), expiresAt };
  }

  return {
    run: (deps, tenant, request) => {
      if (waiting > MAY_WAIT) throw new ServiceError('RATE_LIMITED', 'Other reports are being exported. Try again in a moment.', { retryAfter: 5 });
      waiting++;
      const run = last.then(() => write(deps, tenant, request)).finally(() => waiting--);
      last = run.catch(() => {});
      return run;
    },
    removeOf: async ({ exports }, tenant) => {
      await last;
      await exports.removeOf(tenant);
    },
  };
}
