import { graphql } from '../../generated/index.ts';

export const ReviewListDocument = graphql(`
  query ReviewList($filter: ReviewFilter, $history: ReviewHistoryFilter!, $first: Int!, $after: String) {
    reviewQueue(filter: $filter, history: $history, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          status
          reasons
          createdAt
          decision {
            at
            by {
              id
              name
            }
          }
          interaction {
            id
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
