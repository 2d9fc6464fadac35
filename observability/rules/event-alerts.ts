import type { Alert } from './rule.ts';

const handled = 'customerai_event_handler_duration_seconds_count';

/** Whether messages get through the services. */
export const eventAlerts: readonly Alert[] = [
  {
    name: 'CustomerAIPipelineStalled',
    expr: 'sum(increase(customerai_interactions_total[10m])) > 0 and sum(increase(customerai_analyses_total[10m])) == 0',
    for: '5m',
    severity: 'critical',
    summary: 'Messages come in and none is analysed.',
    description: 'Nothing is lost: they wait in the log. But nobody gets an answer until the analysis goes on.',
    test: {
      series: { 'customerai_interactions_total{channel="EMAIL"}': '0+5x40', 'customerai_analyses_total{label="NEGATIVE"}': '0+5x10 50x30' },
      fires: { at: '30m', labels: [{}] },
      quiet: { at: '12m' },
    },
  },
  {
    name: 'CustomerAIOutboxStuck',
    expr: 'max by (component) (customerai_outbox_oldest_seconds) > 60',
    for: '2m',
    severity: 'critical',
    summary: 'Changes of {{ $labels.component }} have waited {{ $value | humanizeDuration }} to become events.',
    description: 'They are stored and safe; the event log does not take them, or the relay does not run.',
    test: {
      series: {
        'customerai_outbox_oldest_seconds{component="sentiment"}': '0x5 30+60x10',
        'customerai_outbox_oldest_seconds{component="review"}': '0x15',
      },
      fires: { at: '10m', labels: [{ component: 'sentiment' }] },
      quiet: { at: '6m' },
    },
  },
  {
    name: 'CustomerAIConsumerBehind',
    expr: 'max by (consumer) (customerai_consumer_pending) > 1000',
    for: '10m',
    severity: 'warning',
    summary: '{{ $labels.consumer }} has {{ $value }} events before it.',
    description: 'It is slower than what comes in, or a burst is being worked off.',
    test: {
      series: { 'customerai_consumer_pending{consumer="sentiment-on-interaction"}': '0x5 2000x20' },
      fires: { at: '20m', labels: [{ consumer: 'sentiment-on-interaction' }] },
      quiet: { at: '10m' },
    },
  },
  {
    name: 'CustomerAIDeadLetters',
    expr: 'max by (consumer) (delta(customerai_consumer_dead_letters[15m])) > 0',
    severity: 'warning',
    summary: '{{ $labels.consumer }} has given up events.',
    description: 'Each was tried five times. They are kept in the collection deadLetters of the service and can be replayed.',
    test: {
      series: { 'customerai_consumer_dead_letters{consumer="review-on-response-generation-complete"}': '0x10 2x20' },
      fires: { at: '12m', labels: [{ consumer: 'review-on-response-generation-complete' }] },
      quiet: { at: '9m' },
    },
  },
  {
    name: 'CustomerAIHandlerErrors',
    expr: `sum by (consumer) (rate(${handled}{outcome="failed"}[10m])) / sum by (consumer) (rate(${handled}[10m])) > 0.05`,
    for: '10m',
    severity: 'warning',
    summary: '{{ $value | humanizePercentage }} of the tries of {{ $labels.consumer }} fail.',
    description: 'Failed tries come again after 1, 5, 30 and 120 seconds; what fails five times becomes a dead letter.',
    test: {
      series: {
        [`${handled}{consumer="generation-on-sentiment-analysis-complete",outcome="ok"}`]: '0+50x40',
        [`${handled}{consumer="generation-on-sentiment-analysis-complete",outcome="failed"}`]: '0x10 10+10x30',
      },
      fires: { at: '35m', labels: [{ consumer: 'generation-on-sentiment-analysis-complete' }] },
      quiet: { at: '10m' },
    },
  },
];
