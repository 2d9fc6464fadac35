import { dashboard, line, number, quantile, rate, row, stacked } from './builder.ts';

const handled = 'customerai_event_handler_duration_seconds';

export const events = dashboard({
  uid: 'customerai-events',
  title: 'CustomerAI / Events',
  description: 'Do changes become events, and do the consumers keep up with them?',
  rows: [
    row('From change to event', [
      number({ title: 'Events', unit: 'ops', queries: [{ expr: rate('customerai_events_published_total') }] }),
      number({ title: 'Oldest unpublished', unit: 's', warnAt: [10, 60], queries: [{ expr: 'max(customerai_outbox_oldest_seconds)' }] }),
      number({ title: 'Not handled yet', warnAt: [1000, 10000], queries: [{ expr: 'sum(max by (consumer) (customerai_consumer_pending))' }] }),
      number({
        title: 'Given up',
        description: 'Since the consumers exist.',
        warnAt: [1, 10],
        queries: [{ expr: 'sum(max by (consumer) (customerai_consumer_dead_letters))' }],
      }),
      number({ title: 'Position of the log', unit: 'none', queries: [{ expr: 'max(customerai_event_log_last_sequence)' }] }),
      stacked({
        title: 'Published by type',
        unit: 'ops',
        queries: [{ expr: rate('customerai_events_published_total', 'type'), legend: '{{type}}' }],
      }),
      line({ title: 'Outbox: documents that wait', queries: [{ expr: 'max by (component) (customerai_outbox_waiting)', legend: '{{component}}' }] }),
      line({
        title: 'Outbox: age of the oldest',
        unit: 's',
        warnAt: [10, 60],
        queries: [{ expr: 'max by (component) (customerai_outbox_oldest_seconds)', legend: '{{component}}' }],
      }),
    ]),
    row('Consumers', [
      line({
        title: 'Pending',
        warnAt: [1000, 10000],
        queries: [{ expr: 'max by (consumer) (customerai_consumer_pending)', legend: '{{consumer}}' }],
      }),
      line({
        title: 'Lag, p99',
        description: 'From the making of an event to the begin of a try.',
        unit: 's',
        queries: [{ expr: quantile(0.99, 'customerai_event_lag_seconds', 'consumer'), legend: '{{consumer}}' }],
      }),
      stacked({ title: 'Handled', unit: 'ops', queries: [{ expr: rate(`${handled}_count`, 'consumer', 'outcome="ok"'), legend: '{{consumer}}' }] }),
      line({
        title: 'Failed tries',
        unit: 'ops',
        queries: [{ expr: rate(`${handled}_count`, 'consumer', 'outcome="failed"'), legend: '{{consumer}}' }],
      }),
      line({ title: 'Time of a try, p99', unit: 's', queries: [{ expr: quantile(0.99, handled, 'consumer'), legend: '{{consumer}}' }] }),
      line({ title: 'Given up', queries: [{ expr: 'max by (consumer) (customerai_consumer_dead_letters)', legend: '{{consumer}}' }] }),
    ]),
  ],
});
