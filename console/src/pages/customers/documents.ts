import { graphql } from '../../generated/index.ts';

/** There is no list of customers: the latest messages tell who wrote lately, the breakdown how often. */
export const RecentCustomersDocument = graphql(`
  query RecentCustomers($range: TimeRangeInput!) {
    interactions(first: 100) {
      totalCount
      edges {
        node {
          id
          receivedAt
          customer {
            id
            name
          }
          sentiment {
            label
            score
          }
        }
      }
    }
    breakdown(by: CUSTOMER, range: $range, top: 1000) {
      key
      count
      averageScore
      negativeShare
    }
  }
`);

export const CustomerDetailDocument = graphql(`
  query CustomerDetail($id: ID!) {
    customer(id: $id) {
      id
      name
      allTime: averageSentiment
      lastMonth: averageSentiment(last: "P30D")
    }
  }
`);

export const CustomerMessagesDocument = graphql(`
  query CustomerMessages($id: ID!, $first: Int!, $after: String) {
    customer(id: $id) {
      id
      interactions(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            channel
            language
            receivedAt
            redactedText
            customer {
              id
              name
            }
            sentiment {
              label
              score
            }
          }
        }
      }
    }
  }
`);

export const ConsentsDocument = graphql(`
  query Consents($id: ID!) {
    customer(id: $id) {
      id
      consents {
        purpose
        granted
        source
        at
      }
    }
  }
`);

export const RecordConsentDocument = graphql(`
  mutation RecordConsent($input: ConsentInput!) {
    recordConsent(input: $input) {
      purpose
    }
  }
`);

export const EraseDocument = graphql(`
  mutation Erase($customerId: ID!, $reason: String) {
    requestErasure(customerId: $customerId, reason: $reason) {
      ...RequestParts
    }
  }
`);

export const ExportDocument = graphql(`
  mutation Export($customerId: ID!) {
    requestExport(customerId: $customerId) {
      ...RequestParts
    }
  }
`);
