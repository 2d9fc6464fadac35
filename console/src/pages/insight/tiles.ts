import { format } from '../../components/tables/format.ts';
import { durationMs } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import type { Tile } from './kpi-tiles.tsx';

/** The key figures of a range, as the platform answers them. */
export interface Kpis {
  interactions: number;
  uniqueCustomers: number;
  averageScore?: number | null;
  negativeShare?: number | null;
  automationRate?: number | null;
  approvalRate?: number | null;
  medianResponseTime?: string | null;
}

/** Those of the range that is shown. */
export interface CurrentKpis extends Kpis {
  p95ResponseTime?: string | null;
  openReviews: number;
  overdueReviews: number;
}

/** The eight tiles of the first row, each with the rows behind it. */
export function tilesOf(now: CurrentKpis, before: Kpis | undefined, range: { from: string; to: string }): Tile[] {
  const points = (by: number) => t('insight.points', { by: format.number(Math.abs(by) * 100, 1) });
  const percent = (by: number) =>
    before && before.interactions > 0 ? format.share(Math.abs(by) / before.interactions) : format.number(Math.abs(by));
  const rows = { to: '/interactions', search: range };
  return [
    {
      id: 'interactions',
      label: t('insight.kpi.interactions'),
      value: format.number(now.interactions),
      change: { now: now.interactions, before: before?.interactions, goodIsUp: null, show: percent },
      ...rows,
    },
    {
      id: 'customers',
      label: t('insight.kpi.customers'),
      value: format.number(now.uniqueCustomers),
      change: { now: now.uniqueCustomers, before: before?.uniqueCustomers, goodIsUp: null, show: (by) => format.number(Math.abs(by)) },
      to: '/customers',
    },
    {
      id: 'averageScore',
      label: t('insight.kpi.averageScore'),
      value: format.score(now.averageScore),
      change: { now: now.averageScore, before: before?.averageScore, goodIsUp: true, show: (by) => format.number(Math.abs(by), 2) },
      ...rows,
    },
    {
      id: 'negativeShare',
      label: t('insight.kpi.negativeShare'),
      value: format.share(now.negativeShare),
      change: { now: now.negativeShare, before: before?.negativeShare, goodIsUp: false, show: points },
      to: '/interactions',
      search: { ...range, label: ['NEGATIVE'] },
    },
    {
      id: 'automationRate',
      label: t('insight.kpi.automationRate'),
      value: format.share(now.automationRate),
      change: { now: now.automationRate, before: before?.automationRate, goodIsUp: true, show: points },
      ...rows,
    },
    {
      id: 'approvalRate',
      label: t('insight.kpi.approvalRate'),
      value: format.share(now.approvalRate),
      change: { now: now.approvalRate, before: before?.approvalRate, goodIsUp: true, show: points },
      to: '/reviews',
      search: { status: ['APPROVED', 'EDITED', 'REJECTED'], decidedFrom: range.from, decidedTo: range.to },
    },
    {
      id: 'responseTime',
      label: t('insight.kpi.responseTime'),
      value: format.duration(now.medianResponseTime),
      detail: now.p95ResponseTime ? t('insight.kpi.p95', { value: format.duration(now.p95ResponseTime) }) : undefined,
      change: {
        now: durationMs(now.medianResponseTime),
        before: durationMs(before?.medianResponseTime),
        goodIsUp: false,
        show: (by) => format.duration(`PT${Math.abs(by) / 1000}S`),
      },
      ...rows,
    },
    {
      id: 'openReviews',
      label: t('insight.kpi.openReviews'),
      value: format.number(now.openReviews),
      detail: now.overdueReviews > 0 ? t('insight.kpi.overdue', { count: now.overdueReviews }) : t('insight.kpi.noneOverdue'),
      to: '/review',
    },
  ];
}
