import { graphql } from '../../generated/index.ts';

export const ArticleListDocument = graphql(`
  query ArticleList($search: String, $first: Int!, $after: String) {
    knowledgeArticles(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          body
          tags
          updatedAt
        }
      }
    }
  }
`);

export const SaveArticleDocument = graphql(`
  mutation SaveArticle($input: KnowledgeArticleInput!) {
    upsertKnowledgeArticle(input: $input) {
      id
      title
      body
      tags
      updatedAt
    }
  }
`);

export const DeleteArticleDocument = graphql(`
  mutation DeleteArticle($id: ID!) {
    deleteKnowledgeArticle(id: $id)
  }
`);

export const PreviewChoicesDocument = graphql(`
  query PreviewChoices {
    interactions(first: 30) {
      edges {
        node {
          id
          redactedText
          receivedAt
          customer {
            id
            name
          }
        }
      }
    }
  }
`);

export const PreviewDraftDocument = graphql(`
  mutation PreviewDraft($interactionId: ID!, $tone: Tone!) {
    generateResponse(interactionId: $interactionId, tone: $tone) {
      ...DraftParts
    }
  }
`);
