import { groups, recordings } from './index.ts';
import type { Alert } from './rule.ts';

/** Below the place that the documentation is published at; deployments put its address before it. */
export const runbookOf = (name: string): string => `docs/runbooks/${name}.md`;

const annotationsOf = ({ name, summary, description }: Alert) => ({ summary, description, runbook_url: runbookOf(name) });

/** The file of rules, for Prometheus' `rule_files` or the spec of a PrometheusRule. */
export const toRules = () => ({
  groups: [
    { name: 'customerai-recordings', rules: recordings.map(({ record, expr }) => ({ record, expr })) },
    ...Object.entries(groups).map(([name, alerts]) => ({
      name,
      rules: alerts.map((alert) => ({
        alert: alert.name,
        expr: alert.expr,
        ...(alert.for ? { for: alert.for } : {}),
        labels: { severity: alert.severity },
        annotations: annotationsOf(alert),
      })),
    })),
  ],
});

/** The file of cases for `promtool test rules`: every alert once firing and once quiet. */
export const toCases = () => ({
  rule_files: ['../alerts.yml'],
  evaluation_interval: '1m',
  tests: Object.values(groups)
    .flat()
    .map(({ name, severity, test }) => ({
      name,
      interval: test.interval ?? '1m',
      input_series: Object.entries(test.series).map(([series, values]) => ({ series, values })),
      // The series that Prometheus writes of its alerts: so the cases need not repeat the words of the annotations.
      promql_expr_test: [
        { expr: firing(name), eval_time: test.quiet.at, exp_samples: [] },
        {
          expr: firing(name),
          eval_time: test.fires.at,
          exp_samples: test.fires.labels.map((labels) => ({
            labels: seriesOf('ALERTS', { alertname: name, alertstate: 'firing', severity, ...labels }),
            value: 1,
          })),
        },
      ],
    })),
});

const firing = (name: string) => seriesOf('ALERTS', { alertname: name, alertstate: 'firing' });
const seriesOf = (name: string, labels: Readonly<Record<string, string>>) =>
  `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(', ')}}`;
