import { dashboard, line, number, quantile, rate, row, stacked } from './builder.ts';

const graphql = 'customerai_graphql_request_duration_seconds';
const fetches = 'customerai_subgraph_request_duration_seconds';
const executions = 'customerai_subgraph_execution_duration_seconds';
const http = 'customerai_http_request_duration_seconds';
const deliveries = 'customerai_subscription_event_duration_seconds';

export const gateway = dashboard({
  uid: 'customerai-gateway',
  title: 'CustomerAI / Gateway',
  description: 'Rate, errors and duration of what clients ask, by operation and by subgraph; who listens.',
  rows: [
    row('Operations', [
      number({ title: 'Operations', unit: 'reqps', queries: [{ expr: rate(`${graphql}_count`) }] }),
      number({
        title: 'Failed by our fault',
        unit: 'percentunit',
        warnAt: [0.001, 0.01],
        queries: [{ expr: `(${rate(`${graphql}_count`, '', 'outcome="failed"')} or vector(0)) / ${rate(`${graphql}_count`)}` }],
      }),
      number({ title: 'p50', unit: 's', queries: [{ expr: quantile(0.5, graphql) }] }),
      number({ title: 'p99', unit: 's', warnAt: [0.5, 2], queries: [{ expr: quantile(0.99, graphql) }] }),
      number({ title: 'Sockets open', queries: [{ expr: 'sum(customerai_sockets_open)' }] }),
      number({ title: 'Subscriptions', queries: [{ expr: 'sum(customerai_subscriptions_active)' }] }),
      stacked({
        title: 'Operations by root field',
        unit: 'reqps',
        width: 12,
        queries: [{ expr: `topk(12, ${rate(`${graphql}_count`, 'operation')})`, legend: '{{operation}}' }],
      }),
      line({
        title: 'Failed and refused',
        unit: 'reqps',
        width: 12,
        queries: [{ expr: rate(`${graphql}_count`, 'operation, outcome', 'outcome!="ok"'), legend: '{{operation}} {{outcome}}' }],
      }),
      line({
        title: 'Slowest operations, p95',
        unit: 's',
        width: 12,
        queries: [{ expr: `topk(10, ${quantile(0.95, graphql, 'operation')})`, legend: '{{operation}}' }],
      }),
      stacked({
        title: 'HTTP by door and status',
        unit: 'reqps',
        width: 12,
        queries: [{ expr: rate(`${http}_count`, 'route, status'), legend: '{{route}} {{status}}' }],
      }),
    ]),
    row('Subgraphs', [
      stacked({ title: 'Fetches', unit: 'reqps', queries: [{ expr: rate(`${fetches}_count`, 'subgraph'), legend: '{{subgraph}}' }] }),
      line({
        title: 'Fetch p99, as the gateway sees it',
        unit: 's',
        queries: [{ expr: quantile(0.99, fetches, 'subgraph'), legend: '{{subgraph}}' }],
      }),
      line({
        title: 'Execution p99, as the subgraph sees it',
        unit: 's',
        queries: [{ expr: quantile(0.99, executions, 'subgraph'), legend: '{{subgraph}}' }],
      }),
      line({
        title: 'Unreachable',
        unit: 'reqps',
        queries: [{ expr: rate(`${fetches}_count`, 'subgraph', 'outcome="unreachable"'), legend: '{{subgraph}}' }],
      }),
      line({
        title: 'Failed inside the subgraph',
        unit: 'reqps',
        queries: [{ expr: rate(`${executions}_count`, 'subgraph', 'outcome="failed"'), legend: '{{subgraph}}' }],
      }),
    ]),
    row('Subscriptions', [
      line({ title: 'Subscriptions', queries: [{ expr: 'sum(customerai_subscriptions_active)', legend: 'running' }] }),
      line({ title: 'Begun', unit: 'ops', queries: [{ expr: rate('customerai_subscriptions_started_total'), legend: 'begun' }] }),
      line({
        title: 'Events worked out',
        description: 'Once for all who ask the same.',
        unit: 'ops',
        queries: [{ expr: rate(`${deliveries}_count`, 'field, outcome'), legend: '{{field}} {{outcome}}' }],
      }),
      line({ title: 'Time to work out an event, p95', unit: 's', queries: [{ expr: quantile(0.95, deliveries, 'field'), legend: '{{field}}' }] }),
    ]),
  ],
});
