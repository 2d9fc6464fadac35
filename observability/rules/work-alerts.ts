import type { Alert } from './rule.ts';

const texts = 'customerai_inference_texts_total';
const seconds = 'customerai_inference_duration_seconds_bucket';

/** Whether models and people keep up. */
export const workAlerts: readonly Alert[] = [
  {
    name: 'CustomerAIInferenceFailing',
    expr: `sum by (model) (rate(${texts}{outcome=~"failed|refused"}[5m])) / sum by (model) (rate(${texts}[5m])) > 0.01`,
    for: '5m',
    severity: 'warning',
    summary: '{{ $value | humanizePercentage }} of the texts get no answer from the model {{ $labels.model }}.',
    description: 'Refused: its queue is full. Failed: a thread died or the model gave no usable answer. Events are tried again, callers are told.',
    test: {
      series: { [`${texts}{model="sentiment",outcome="ok"}`]: '0+500x30', [`${texts}{model="sentiment",outcome="refused"}`]: '0x10 50+50x20' },
      fires: { at: '25m', labels: [{ model: 'sentiment' }] },
      quiet: { at: '10m' },
    },
  },
  {
    name: 'CustomerAIInferenceSlow',
    expr: `histogram_quantile(0.99, sum by (model, le) (rate(${seconds}[5m]))) > 1`,
    for: '10m',
    severity: 'warning',
    summary: 'One text in a hundred waits {{ $value | humanizeDuration }} for the model {{ $labels.model }}.',
    description: 'Waiting is part of it: with a long queue the model itself may be as quick as ever.',
    test: {
      series: {
        [`${seconds}{model="sentiment",le="1"}`]: '0+100x10 1000+10x30',
        [`${seconds}{model="sentiment",le="2.5"}`]: '0+100x40',
        [`${seconds}{model="sentiment",le="+Inf"}`]: '0+100x40',
      },
      fires: { at: '35m', labels: [{ model: 'sentiment' }] },
      quiet: { at: '10m' },
    },
  },
  {
    name: 'CustomerAIReviewQueueOverdue',
    expr: 'max(customerai_review_queue_overdue) > 10',
    for: '15m',
    severity: 'warning',
    summary: '{{ $value }} drafts wait longer for a reviewer than they should.',
    description: 'Customers wait for these answers. More people, or a policy that asks them less.',
    test: { series: { customerai_review_queue_overdue: '0x5 25x30' }, fires: { at: '25m', labels: [{}] }, quiet: { at: '15m' } },
  },
];
