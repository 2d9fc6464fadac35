import { bars, dashboard, line, number, row, stacked } from './builder.ts';

const day = (counter: string, by = '') => `sum${by ? ` by (${by})` : ''} (increase(${counter}[24h]))`;
const hour = (counter: string, by = '') => `sum${by ? ` by (${by})` : ''} (increase(${counter}[1h]))`;

export const business = dashboard({
  uid: 'customerai-business',
  title: 'CustomerAI / Business',
  description:
    'What customers wrote, how they feel, and how much of the answering needed people. For figures by customer or tenant ask the API (kpis, breakdown).',
  rows: [
    row('Last 24 hours', [
      number({ title: 'Messages', queries: [{ expr: day('customerai_interactions_total') }] }),
      number({
        title: 'Negative',
        unit: 'percentunit',
        queries: [{ expr: `(${day('customerai_analyses_total{label="NEGATIVE"}')} or vector(0)) / ${day('customerai_analyses_total')}` }],
      }),
      number({ title: 'Drafts', queries: [{ expr: day('customerai_drafts_total') }] }),
      number({
        title: 'Needed a person',
        unit: 'percentunit',
        queries: [{ expr: `(${day('customerai_review_items_total')} or vector(0)) / ${day('customerai_drafts_total')}` }],
      }),
      number({
        title: 'Approved unchanged',
        unit: 'percentunit',
        queries: [
          {
            expr: `(${day('customerai_reviews_completed_total{action="APPROVE"}')} or vector(0)) / ${day('customerai_reviews_completed_total{action!="ESCALATE"}')}`,
          },
        ],
      }),
    ]),
    row('Messages', [
      stacked({
        title: 'Messages an hour, by channel',
        width: 12,
        queries: [{ expr: hour('customerai_interactions_total', 'channel'), legend: '{{channel}}' }],
      }),
      stacked({
        title: 'Analysed an hour, by sentiment',
        width: 12,
        queries: [{ expr: hour('customerai_analyses_total', 'label'), legend: '{{label}}' }],
      }),
    ]),
    row('Answers', [
      line({
        title: 'Drafted and sent to people, an hour',
        queries: [
          { expr: hour('customerai_drafts_total'), legend: 'drafted' },
          { expr: hour('customerai_review_items_total'), legend: 'to people' },
        ],
      }),
      bars({ title: 'Why people had to look, 24 h', queries: [{ expr: day('customerai_reviews_required_total', 'reason'), legend: '{{reason}}' }] }),
      bars({ title: 'What they decided, 24 h', queries: [{ expr: day('customerai_reviews_completed_total', 'action'), legend: '{{action}}' }] }),
    ]),
  ],
});
