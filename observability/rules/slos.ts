import type { Slo } from './slo.ts';

const graphql = 'customerai_graphql_request_duration_seconds_count';
const http = 'customerai_http_request_duration_seconds_count';
const latency = 'customerai_submit_to_review_seconds';

/** What is refused because of the caller counts as answered; what HTTP turned away with a 5xx never became an operation, so it is added to both. */
const turnedAway = (window: string) => `(sum(rate(${http}{route=~"graphql|rest",status="5xx"}[${window}])) or vector(0))`;

export const slos: readonly Slo[] = [
  {
    id: 'graphql_availability',
    alert: 'GraphqlAvailability',
    promise: '99.9 % of queries and mutations are answered',
    target: 0.999,
    bad: (window) => `(sum(rate(${graphql}{outcome="failed"}[${window}])) or vector(0)) + ${turnedAway(window)}`,
    all: (window) => `sum(rate(${graphql}[${window}])) + ${turnedAway(window)}`,
    breaking: {
      [`${graphql}{operation_type="query",operation="kpis",outcome="ok"}`]: '0+600x200',
      [`${graphql}{operation_type="query",operation="kpis",outcome="failed"}`]: '0+0x30 60+60x170',
    },
  },
  {
    id: 'message_to_review',
    alert: 'MessageToReview',
    promise: '99 % of messages that need a person are in the review queue within 2.5 s',
    target: 0.99,
    bad: (window) => `sum(rate(${latency}_count[${window}])) - sum(rate(${latency}_bucket{le="2.5"}[${window}]))`,
    all: (window) => `sum(rate(${latency}_count[${window}]))`,
    breaking: {
      [`${latency}_bucket{le="2.5"}`]: '0+100x30 3060+60x170',
      [`${latency}_count`]: '0+100x200',
    },
  },
];
