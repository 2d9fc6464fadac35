import { badInput, requireViewer, toDuration } from '@customerai/service';
import type { Context } from '../context.ts';
import type { Range } from '../domain/reports.ts';
import type { KpisResolvers } from '../generated/resolvers.ts';
import { parseRange } from './arguments.ts';

const TODAY = 'today';
const DAY_MS = 86_400_000;
const duration = (milliseconds: number | null) => (milliseconds === null ? null : toDuration(milliseconds));

/** The key figures of a range, or of the present day in UTC. */
export async function answerKpis(given: Range | typeof TODAY, { viewer, warehouse, clock }: Context) {
  const { tenant } = requireViewer(viewer);
  const now = clock();
  const range = parseRange(given === TODAY ? dayOf(now) : given);
  const report = await warehouse.kpis(tenant, range, now);
  return {
    ...report,
    id: given === TODAY ? TODAY : `${range.from.toISOString()}/${range.to.toISOString()}`,
    medianResponseTime: duration(report.medianResponseTime),
    p95ResponseTime: duration(report.p95ResponseTime),
    asOf: report.asOf ?? now,
  };
}

export const Kpis: KpisResolvers = {
  __resolveReference: ({ id }, context) => answerKpis(readId(id), context) as never,
};

function readId(id: string): Range | typeof TODAY {
  if (id === TODAY) return TODAY;
  const [from, to] = id.split('/').map((text) => new Date(text));
  if (!from || !to || Number.isNaN(from.getTime()) || Number.isNaN(to.getTime())) throw badInput('id', `"${id}" is no id of key figures.`);
  return { from, to };
}

function dayOf(now: Date): Range {
  const from = new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
  return { from, to: new Date(from.getTime() + DAY_MS) };
}
