import { bars, dashboard, line, number, quantile, rate, row, stacked } from './builder.ts';

const texts = 'customerai_inference_texts_total';
const duration = 'customerai_inference_duration_seconds';
const run = 'customerai_inference_run_duration_seconds';
const batch = 'customerai_inference_batch_size';

export const models = dashboard({
  uid: 'customerai-models',
  title: 'CustomerAI / Models',
  description: 'Which models are live, how quick they are, and what they say.',
  rows: [
    row('Inference', [
      number({
        title: 'Live',
        description: 'Model and version.',
        width: 8,
        unit: 'none',
        queries: [{ expr: 'max by (model, version) (customerai_model_info)', legend: '{{model}} {{version}}' }],
      }),
      number({ title: 'Texts', unit: 'ops', queries: [{ expr: rate(texts) }] }),
      number({ title: 'p99', unit: 's', warnAt: [0.25, 1], queries: [{ expr: quantile(0.99, duration) }] }),
      number({ title: 'Waiting', warnAt: [200, 1000], queries: [{ expr: 'sum(customerai_inference_queue_texts)' }] }),
      stacked({ title: 'Texts by outcome', unit: 'ops', queries: [{ expr: rate(texts, 'model, outcome'), legend: '{{model}} {{outcome}}' }] }),
      line({
        title: 'From asking to answer',
        unit: 's',
        queries: [
          { expr: quantile(0.5, duration, 'model'), legend: '{{model}} p50' },
          { expr: quantile(0.99, duration, 'model'), legend: '{{model}} p99' },
        ],
      }),
      line({ title: 'One run of the model, p99', unit: 's', queries: [{ expr: quantile(0.99, run, 'model'), legend: '{{model}}' }] }),
      line({
        title: 'Texts in a run, mean',
        description: 'Near the most (8) all threads are busy.',
        queries: [{ expr: `${rate(`${batch}_sum`, 'model')} / ${rate(`${batch}_count`, 'model')}`, legend: '{{model}}' }],
      }),
      line({ title: 'Waiting and running', queries: [{ expr: 'sum by (model) (customerai_inference_queue_texts)', legend: '{{model}}' }] }),
    ]),
    row('What they say', [
      stacked({
        title: 'Sentiment, share',
        description: 'A step without a cause among the customers is a fault of the model or of what it is given.',
        unit: 'percentunit',
        max: 1,
        width: 12,
        queries: [
          {
            expr: `${rate('customerai_analyses_total', 'label')} / ignoring (label) group_left ${rate('customerai_analyses_total')}`,
            legend: '{{label}}',
          },
        ],
      }),
      bars({
        title: 'Drafts with a flag, last 24 h',
        width: 12,
        queries: [{ expr: 'sum by (flagged) (increase(customerai_drafts_total[24h]))', legend: 'flagged: {{flagged}}' }],
      }),
    ]),
  ],
});
