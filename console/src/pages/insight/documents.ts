import { graphql } from '../../generated/index.ts';

/** Everything of the analytics service at once, so that all figures are of the same moment. KPIs take no filter. */
export const InsightDocument = graphql(`
  query Insight($range: TimeRangeInput!, $previous: TimeRangeInput!, $interval: Interval!, $filter: AnalyticsFilter, $timezone: String!) {
    sentimentTrend(range: $range, interval: $interval, filter: $filter, timezone: $timezone) {
      start
      count
      averageScore
      negative
      neutral
      positive
    }
    kpis(range: $range) {
      interactions
      uniqueCustomers
      averageScore
      negativeShare
      automationRate
      approvalRate
      medianResponseTime
      p95ResponseTime
      openReviews
      overdueReviews
      asOf
    }
    before: kpis(range: $previous) {
      interactions
      uniqueCustomers
      averageScore
      negativeShare
      automationRate
      approvalRate
      medianResponseTime
    }
    channels: breakdown(by: CHANNEL, range: $range, filter: $filter) {
      ...BreakdownRow
    }
    labels: breakdown(by: LABEL, range: $range, filter: $filter) {
      ...BreakdownRow
    }
    languages: breakdown(by: LANGUAGE, range: $range, filter: $filter) {
      ...BreakdownRow
    }
    emotions: breakdown(by: EMOTION, range: $range, filter: $filter) {
      ...BreakdownRow
    }
    aspects: breakdown(by: ASPECT, range: $range, filter: $filter) {
      ...BreakdownRow
    }
    customers: breakdown(by: CUSTOMER, range: $range, filter: $filter, top: 8) {
      ...BreakdownRow
    }
    reasons: breakdown(by: REVIEW_REASON, range: $range, filter: $filter) {
      ...BreakdownRow
    }
    reviewers: breakdown(by: REVIEWER, range: $range, filter: $filter) {
      ...BreakdownRow
    }
  }
  fragment BreakdownRow on BreakdownRow {
    key
    count
    averageScore
    negativeShare
  }
`);

/** What its own past does not explain; asked beside the figures, since it looks at weeks before the range. */
export const UnusualDocument = graphql(`
  query Unusual($range: TimeRangeInput!, $interval: Interval!, $filter: AnalyticsFilter, $timezone: String!) {
    INTERACTIONS: anomalies(metric: INTERACTIONS, range: $range, interval: $interval, filter: $filter, timezone: $timezone) {
      ...AnomalyFields
    }
    NEGATIVE_SHARE: anomalies(metric: NEGATIVE_SHARE, range: $range, interval: $interval, filter: $filter, timezone: $timezone) {
      ...AnomalyFields
    }
    AVERAGE_SCORE: anomalies(metric: AVERAGE_SCORE, range: $range, interval: $interval, filter: $filter, timezone: $timezone) {
      ...AnomalyFields
    }
    RESPONSE_TIME: anomalies(metric: RESPONSE_TIME, range: $range, interval: $interval, filter: $filter, timezone: $timezone) {
      ...AnomalyFields
    }
    OPEN_REVIEWS: anomalies(metric: OPEN_REVIEWS, range: $range, interval: $interval, filter: $filter, timezone: $timezone) {
      ...AnomalyFields
    }
  }
  fragment AnomalyFields on Anomaly {
    at
    value
    expected
    low
    high
    severity
  }
`);

/** Of the review service: a query of its own, since not everybody who sees figures may see reviews. */
export const ReviewHealthDocument = graphql(`
  query ReviewHealth($from: DateTime!, $to: DateTime!) {
    reviewStats(from: $from, to: $to) {
      open
      claimed
      overdue
      decided
      approvalRate
      medianTimeToDecision
      p90TimeToDecision
      byReviewer {
        user {
          id
          name
        }
        decided
        approvalRate
        medianTimeToDecision
      }
    }
  }
`);

export const InsightReviewsChangedDocument = graphql(`
  subscription InsightReviewsChanged {
    reviewQueueUpdated {
      change
      at
    }
  }
`);

export const InsightAnalysedDocument = graphql(`
  subscription InsightAnalysed {
    sentimentAnalyzed {
      id
    }
  }
`);

/** What one figure is expected to go on with. */
export const ForecastDocument = graphql(`
  query ForecastOf($metric: Metric!, $horizon: Int!, $interval: Interval!, $filter: AnalyticsFilter, $timezone: String!) {
    forecast(metric: $metric, horizon: $horizon, interval: $interval, filter: $filter, timezone: $timezone) {
      at
      value
      low
      high
    }
  }
`);

export const ExportReportDocument = graphql(`
  mutation ExportRows($input: ExportInput!) {
    exportReport(input: $input) {
      id
      url
    }
  }
`);
