import { bars, dashboard, line, number, quantile, row, stacked } from './builder.ts';

const decision = 'customerai_review_decision_seconds';

export const review = dashboard({
  uid: 'customerai-review',
  title: 'CustomerAI / Review',
  description: 'How long the queue of the reviewers is, how old, and what fills it.',
  rows: [
    row('Queue', [
      number({ title: 'Waiting', queries: [{ expr: 'sum(max by (status) (customerai_review_queue_items))' }] }),
      number({ title: 'Overdue', warnAt: [1, 10], queries: [{ expr: 'max(customerai_review_queue_overdue)' }] }),
      number({ title: 'Oldest', unit: 's', queries: [{ expr: 'max(customerai_review_queue_oldest_seconds)' }] }),
      number({ title: 'Came (1 h)', queries: [{ expr: 'sum(increase(customerai_review_items_total[1h]))' }] }),
      number({ title: 'Decided (1 h)', queries: [{ expr: 'sum(increase(customerai_reviews_completed_total[1h]))' }] }),
      stacked({ title: 'Waiting by status', queries: [{ expr: 'max by (status) (customerai_review_queue_items)', legend: '{{status}}' }] }),
      line({ title: 'Overdue', warnAt: [1, 10], queries: [{ expr: 'max(customerai_review_queue_overdue)', legend: 'overdue' }] }),
      line({ title: 'Age of the oldest', unit: 's', queries: [{ expr: 'max(customerai_review_queue_oldest_seconds)', legend: 'oldest' }] }),
    ]),
    row('Flow', [
      line({
        title: 'Came and decided, an hour',
        queries: [
          { expr: 'sum(increase(customerai_review_items_total[1h]))', legend: 'came' },
          { expr: 'sum(increase(customerai_reviews_completed_total{action!="ESCALATE"}[1h]))', legend: 'decided' },
        ],
      }),
      line({
        title: 'From entering to decision',
        unit: 's',
        queries: [
          { expr: quantile(0.5, decision), legend: 'p50' },
          { expr: quantile(0.95, decision), legend: 'p95' },
        ],
      }),
      line({
        title: 'From message to queue',
        unit: 's',
        warnAt: [0.5, 2.5],
        queries: [
          { expr: quantile(0.5, 'customerai_submit_to_review_seconds'), legend: 'p50' },
          { expr: quantile(0.99, 'customerai_submit_to_review_seconds'), legend: 'p99' },
        ],
      }),
      bars({
        title: 'Reasons, last 24 h',
        queries: [{ expr: 'sum by (reason) (increase(customerai_reviews_required_total[24h]))', legend: '{{reason}}' }],
      }),
      bars({
        title: 'Priority, last 24 h',
        queries: [{ expr: 'sum by (priority) (increase(customerai_review_items_total[24h]))', legend: '{{priority}}' }],
      }),
      bars({
        title: 'Decisions, last 24 h',
        queries: [{ expr: 'sum by (action) (increase(customerai_reviews_completed_total[24h]))', legend: '{{action}}' }],
      }),
    ]),
  ],
});
