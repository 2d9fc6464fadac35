import { format } from '../../components/tables/format.ts';
import type { AuditPartsFragment } from '../../generated/graphql.ts';
import { en } from '../../i18n/en/index.ts';
import { t } from '../../i18n/index.ts';

type Metric = AuditPartsFragment['metrics'][number];
const words = en.fairness.metric;

/** "Equal chances" for demographic_parity_difference; unknown names as they are. */
export const metricWord = (name: string): string =>
  Object.hasOwn(words, name) ? t(`fairness.metric.${name as keyof typeof words}`) : name.replaceAll('_', ' ');

/** One sentence that says what a metric found, for people who never heard of it. */
export function inPlainWords(metric: Metric): string {
  const { name, value, worstGroup, bestGroup, attribute, verdict, threshold } = metric;
  const groups =
    worstGroup && bestGroup
      ? t('fairness.plain.between', { worst: worstGroup, best: bestGroup, attribute })
      : t('fairness.plain.among', { attribute });
  const found = name.endsWith('_ratio')
    ? t('fairness.plain.ratio', { value: format.share(value), groups })
    : t('fairness.plain.difference', { value: format.number(value * 100, 1), groups });
  const judged = t(`fairness.plain.${verdict}`, {
    threshold: threshold == null ? '–' : name.endsWith('_ratio') ? format.share(threshold) : `${format.number(threshold * 100)}`,
  });
  return `${found} ${judged}`;
}
