import type { Alert } from './rule.ts';

const fetches = 'customerai_subgraph_request_duration_seconds_count';

/** Whether the platform is there at all. */
export const gatewayAlerts: readonly Alert[] = [
  {
    name: 'CustomerAITargetDown',
    expr: 'up{job=~".*customerai.*"} == 0',
    for: '2m',
    severity: 'critical',
    summary: '{{ $labels.instance }} does not answer Prometheus.',
    description: 'The process is gone, hangs, or its metrics port cannot be reached.',
    test: {
      series: { 'up{job="customerai",instance="review:9464"}': '1x5 0x10', 'up{job="customerai",instance="ai:9464"}': '1x15' },
      fires: { at: '9m', labels: [{ job: 'customerai', instance: 'review:9464' }] },
      quiet: { at: '6m' },
    },
  },
  {
    name: 'CustomerAINoGateway',
    expr: 'absent(customerai_build_info{component=~"gateway|platform"})',
    for: '3m',
    severity: 'critical',
    summary: 'No gateway tells of itself.',
    description: 'Either no gateway runs or Prometheus has lost all of them: nobody can reach the platform, or nobody would know.',
    test: {
      series: {
        'customerai_build_info{component="gateway",version="1"}': '1x5 stale',
        'customerai_build_info{component="review",version="1"}': '1x20',
      },
      fires: { at: '10m', labels: [{}] },
      quiet: { at: '5m' },
    },
  },
  {
    name: 'CustomerAIRestarting',
    expr: 'changes(process_start_time_seconds{job=~".*customerai.*"}[30m]) > 3',
    severity: 'warning',
    summary: '{{ $labels.instance }} has started {{ $value }} times in half an hour.',
    description: 'A process that dies and comes back keeps its work but not its promises of time.',
    test: {
      series: { 'process_start_time_seconds{job="customerai",instance="ai:9464"}': '1x9 2x4 3x4 4x4 5x4' },
      fires: { at: '26m', labels: [{ job: 'customerai', instance: 'ai:9464' }] },
      quiet: { at: '16m' },
    },
  },
  {
    name: 'CustomerAISubgraphUnreachable',
    expr: `sum by (subgraph) (rate(${fetches}{outcome="unreachable"}[5m])) / sum by (subgraph) (rate(${fetches}[5m])) > 0.05`,
    for: '2m',
    severity: 'critical',
    summary: 'The gateway does not reach {{ $labels.subgraph }} for {{ $value | humanizePercentage }} of its fetches.',
    description: 'Fields of that service are answered with SERVICE_UNAVAILABLE; the rest of each query still comes.',
    test: {
      series: {
        [`${fetches}{subgraph="review",outcome="ok"}`]: '0+60x30',
        [`${fetches}{subgraph="review",outcome="unreachable"}`]: '0x10 10+10x20',
        [`${fetches}{subgraph="ai",outcome="ok"}`]: '0+60x30',
      },
      fires: { at: '20m', labels: [{ subgraph: 'review' }] },
      quiet: { at: '10m' },
    },
  },
  {
    name: 'CustomerAIEventLoopBlocked',
    expr: 'nodejs_eventloop_lag_p99_seconds{job=~".*customerai.*"} > 0.25',
    for: '10m',
    severity: 'warning',
    summary: 'The event loop of {{ $labels.instance }} stands still for {{ $value | humanizeDuration }} at a time.',
    description: 'Something computes on the thread that should only pass things on; every request of that process waits for it.',
    test: {
      series: { 'nodejs_eventloop_lag_p99_seconds{job="customerai",instance="gateway:9464"}': '0.02x5 0.4x20' },
      fires: { at: '20m', labels: [{ job: 'customerai', instance: 'gateway:9464' }] },
      quiet: { at: '12m' },
    },
  },
  {
    name: 'CustomerAITracesLost',
    expr: 'sum(increase(customerai_trace_spans_exported_total{outcome="failed"}[15m])) > 0',
    for: '15m',
    severity: 'info',
    summary: 'Spans are lost: the collector does not take them.',
    description: 'Nothing else suffers, but the next investigation will miss its traces.',
    test: {
      series: { 'customerai_trace_spans_exported_total{outcome="failed"}': '0x5 10+10x40' },
      fires: { at: '35m', labels: [{}] },
      quiet: { at: '10m' },
    },
  },
];
