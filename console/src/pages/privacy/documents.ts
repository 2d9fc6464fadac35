import { graphql } from '../../generated/index.ts';

export const PiiTypesDocument = graphql(`
  query PiiTypes {
    piiEntityTypes {
      type
      description
      languages
      recognizers
    }
  }
`);

export const DetectDocument = graphql(`
  query Detect($text: String!, $minScore: Float) {
    detectPii(text: $text, minScore: $minScore) {
      language
      riskScore
      entities {
        type
        start
        end
        score
        recognizer
      }
    }
  }
`);

export const AnonymizeDocument = graphql(`
  mutation Anonymize($text: String!, $operators: [AnonymizeOperatorInput!]) {
    anonymize(text: $text, operators: $operators) {
      text
      reversible
      entities {
        type
      }
    }
  }
`);

export const RequestPartsDocument = graphql(`
  fragment RequestParts on PrivacyRequest {
    id
    kind
    status
    customer {
      id
    }
    steps {
      service
      status
      records
      error
    }
    downloadUrl
    requestedAt
    completedAt
    dueAt
  }
`);

export const RequestsDocument = graphql(`
  query Requests($customerId: ID, $first: Int!, $after: String) {
    privacyRequests(customerId: $customerId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...RequestParts
        }
      }
    }
  }
`);

export const RequestDocument = graphql(`
  query Request($id: ID!) {
    privacyRequest(id: $id) {
      ...RequestParts
    }
  }
`);

export const RequestUpdatesDocument = graphql(`
  subscription RequestUpdates($id: ID!) {
    privacyRequestUpdated(id: $id) {
      id
      status
    }
  }
`);

export const AuditLogDocument = graphql(`
  query AuditEntries($first: Int!, $after: String) {
    auditLog(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          at
          actor
          action
          target
          purpose
          hash
        }
      }
    }
  }
`);

export const VerifyDocument = graphql(`
  query VerifyAudit {
    verifyAuditLog {
      valid
      entries
      firstBrokenId
    }
  }
`);
