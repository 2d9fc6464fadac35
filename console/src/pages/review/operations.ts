import { graphql } from '../../generated/index.ts';

// What each row of the queue and the open item show; an answer to a decision brings the same, so that the cache is whole after it.
export const ReviewRow = graphql(`
  fragment ReviewRow on ReviewItem {
    id
    status
    priority
    reasons
    dueAt
    overdue
    createdAt
    leaseExpiresAt
    snoozedUntil
    assignee {
      id
      name
    }
    interaction {
      id
      channel
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
`);

export const ReviewQueue = graphql(`
  query ReviewQueue($filter: ReviewFilter, $first: Int!, $after: String) {
    reviewQueue(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          ...ReviewRow
        }
      }
    }
  }
`);

export const ReviewDetail = graphql(`
  query ReviewDetail($id: ID!) {
    reviewItem(id: $id) {
      ...ReviewRow
      openBy {
        id
        name
      }
      decision {
        action
        at
        reason
        editedText
        by {
          id
          name
        }
      }
      history {
        change
        at
        note
        by {
          id
          name
        }
      }
      interaction {
        id
        language
        receivedAt
        pii {
          riskScore
          entities {
            type
            start
            end
          }
        }
        customer {
          id
          averageSentiment
          interactions(first: 4) {
            totalCount
            edges {
              node {
                id
                receivedAt
                redactedText
                sentiment {
                  label
                  score
                }
              }
            }
          }
        }
        sentiment {
          label
          score
          confidence
          languageSupported
          emotions {
            emotion
            score
          }
          sentences {
            start
            end
            label
            score
          }
        }
      }
      response {
        id
        text
        status
        tone
        groundedness
        confidence
        flags
        generatedAt
        model {
          name
          version
        }
        citations {
          quote
          score
          article {
            id
            title
            body
          }
        }
      }
    }
  }
`);

/** The customer's words as they were given, only when somebody asks to see them. */
export const OriginalText = graphql(`
  query OriginalText($id: ID!) {
    interaction(id: $id) {
      id
      text
    }
  }
`);

export const ReviewToday = graphql(`
  query ReviewToday($from: DateTime!, $to: DateTime!) {
    reviewStats(from: $from, to: $to) {
      open
      claimed
      overdue
      decided
      approvalRate
      medianTimeToDecision
      byReviewer {
        decided
        user {
          id
        }
      }
    }
  }
`);

export const ClaimNext = graphql(`
  mutation ClaimNextReview($filter: ReviewFilter) {
    claimNextReview(filter: $filter) {
      ...ReviewRow
    }
  }
`);

export const Claim = graphql(`
  mutation ClaimReview($id: ID!) {
    claimReview(id: $id) {
      ...ReviewRow
    }
  }
`);

export const Release = graphql(`
  mutation ReleaseReview($id: ID!) {
    releaseReview(id: $id) {
      ...ReviewRow
    }
  }
`);

export const Decide = graphql(`
  mutation DecideReview($id: ID!, $decision: ReviewDecisionInput!) {
    decideReview(id: $id, decision: $decision) {
      ...ReviewRow
      decision {
        action
        at
        reason
        editedText
        by {
          id
          name
        }
      }
    }
  }
`);

export const Snooze = graphql(`
  mutation SnoozeReview($id: ID!, $until: DateTime) {
    snoozeReview(id: $id, until: $until) {
      ...ReviewRow
    }
  }
`);

/** That this person looks at the item (or no longer); the answer says who else does. */
export const MarkOpen = graphql(`
  mutation MarkReviewOpen($id: ID!, $open: Boolean!) {
    markReviewOpen(id: $id, open: $open) {
      id
      openBy {
        id
        name
      }
    }
  }
`);

export const AddNote = graphql(`
  mutation CommentOnReview($id: ID!, $text: String!) {
    commentOnReview(id: $id, text: $text) {
      id
      history {
        change
        at
        note
        by {
          id
          name
        }
      }
    }
  }
`);

export const QueueUpdates = graphql(`
  subscription ReviewQueueUpdates {
    reviewQueueUpdated {
      id
      change
      at
      openCount
      item {
        ...ReviewRow
      }
    }
  }
`);
