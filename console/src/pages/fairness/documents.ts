import { graphql } from '../../generated/index.ts';

export const AuditListDocument = graphql(`
  query AuditList($first: Int!, $after: String) {
    fairnessAudits(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          rows
          verdict
          createdAt
        }
      }
    }
  }
`);

export const AuditDocument = graphql(`
  query Audit($id: ID!) {
    fairnessAudit(id: $id) {
      ...AuditParts
    }
    fairnessMetricDefinitions {
      name
      description
      formula
      ideal
    }
  }
  fragment AuditParts on FairnessAudit {
    id
    name
    status
    rows
    verdict
    error
    createdAt
    groups {
      attribute
      group
      size
      selectionRate
      accuracy
      truePositiveRate
      falsePositiveRate
    }
    metrics {
      name
      attribute
      value
      low
      high
      worstGroup
      bestGroup
      threshold
      verdict
    }
    tests {
      name
      attribute
      statistic
      pValue
      adjustedPValue
    }
  }
`);

export const RunAuditDocument = graphql(`
  mutation RunAudit($input: FairnessAuditInput!) {
    runFairnessAudit(input: $input) {
      id
    }
  }
`);
