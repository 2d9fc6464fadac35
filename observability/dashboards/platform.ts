import { dashboard, line, number, row } from './builder.ts';

const ours = '{job=~".*customerai.*"}';

export const platform = dashboard({
  uid: 'customerai-platform',
  title: 'CustomerAI / Platform',
  description: 'Are the promises kept, and are the processes well?',
  rows: [
    row('Promises', [
      number({
        title: 'Answered (last hour)',
        description: 'Share of queries and mutations that were answered; 99.9 % is promised.',
        unit: 'percentunit',
        queries: [{ expr: '1 - customerai:graphql_availability_errors:ratio_rate1h' }],
      }),
      number({
        title: 'In review within 2.5 s (last hour)',
        description: 'Share of the messages that need a person; 99 % is promised.',
        unit: 'percentunit',
        queries: [{ expr: '1 - customerai:message_to_review_errors:ratio_rate1h' }],
      }),
      line({
        title: 'Error budget burned (1 lasts a month)',
        description: 'Above 14.4 for an hour somebody is paged.',
        width: 16,
        warnAt: [1, 14.4],
        queries: [
          { expr: 'customerai:graphql_availability_errors:ratio_rate1h / 0.001', legend: 'answers' },
          { expr: 'customerai:message_to_review_errors:ratio_rate1h / 0.01', legend: 'messages to review' },
        ],
      }),
    ]),
    row('Processes', [
      number({ title: 'Processes', queries: [{ expr: 'count(customerai_build_info)' }] }),
      number({
        title: 'Not answering',
        warnAt: [1, 1],
        queries: [{ expr: 'count(up{job=~".*customerai.*"} == 0) or vector(0)' }],
      }),
      number({ title: 'Versions running', warnAt: [2, 3], queries: [{ expr: 'count(count by (version) (customerai_build_info))' }] }),
      number({
        title: 'Spans lost (1 h)',
        warnAt: [1, 1000],
        queries: [{ expr: 'sum(increase(customerai_trace_spans_exported_total{outcome="failed"}[1h])) or vector(0)' }],
      }),
    ]),
    row('Node', [
      line({
        title: 'Processor',
        unit: 'percentunit',
        queries: [{ expr: `rate(process_cpu_seconds_total${ours}[$__rate_interval])`, legend: '{{instance}}' }],
      }),
      line({ title: 'Memory', unit: 'bytes', queries: [{ expr: `process_resident_memory_bytes${ours}`, legend: '{{instance}}' }] }),
      line({
        title: 'Event loop lag, p99',
        description: 'How long a request may wait for its turn.',
        unit: 's',
        warnAt: [0.1, 0.25],
        queries: [{ expr: `nodejs_eventloop_lag_p99_seconds${ours}`, legend: '{{instance}}' }],
      }),
      line({ title: 'Heap used', unit: 'bytes', queries: [{ expr: `nodejs_heap_size_used_bytes${ours}`, legend: '{{instance}}' }] }),
      line({
        title: 'Time in garbage collection',
        unit: 'percentunit',
        queries: [{ expr: `sum by (instance) (rate(nodejs_gc_duration_seconds_sum${ours}[$__rate_interval]))`, legend: '{{instance}}' }],
      }),
      line({ title: 'Open files', queries: [{ expr: `process_open_fds${ours}`, legend: '{{instance}}' }] }),
    ]),
  ],
});
