import { graphql } from '../../generated/index.ts';

/** The list shows what is safe to show: personal data is hidden in it, and nobody has fetched the original. */
export const InteractionListDocument = graphql(`
  query InteractionList($filter: InteractionFilter, $first: Int!, $after: String) {
    interactions(filter: $filter, first: $first, after: $after) {
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
`);

export const InteractionArrivedDocument = graphql(`
  subscription InteractionArrived($filter: SentimentFilter) {
    sentimentAnalyzed(filter: $filter) {
      id
    }
  }
`);

export const InteractionDetailDocument = graphql(`
  query InteractionDetail($id: ID!) {
    interaction(id: $id) {
      id
      externalId
      channel
      language
      receivedAt
      redactedText
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
        name
        averageSentiment
      }
      sentiment {
        label
        score
        confidence
        probabilities {
          negative
          neutral
          positive
        }
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
        sentencesLeftOut
        languageSupported
        model {
          name
          version
        }
        analyzedAt
      }
      responses {
        ...DraftParts
        review {
          id
          status
          priority
          reasons
          dueAt
          overdue
          decision {
            action
            at
            reason
            by {
              id
              name
            }
          }
        }
      }
    }
  }
  fragment DraftParts on GeneratedResponse {
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
      }
    }
  }
`);

/** Asked only when somebody wants to see the customer's own words. */
export const InteractionOriginalDocument = graphql(`
  query InteractionOriginal($id: ID!) {
    interaction(id: $id) {
      id
      text
      metadata
    }
  }
`);

export const DraftAgainDocument = graphql(`
  mutation DraftAgain($id: ID!, $tone: Tone!) {
    generateResponse(interactionId: $id, tone: $tone) {
      id
    }
  }
`);
