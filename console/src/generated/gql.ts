/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment ReviewRow on ReviewItem {\n    id\n    status\n    priority\n    reasons\n    dueAt\n    overdue\n    createdAt\n    leaseExpiresAt\n    assignee {\n      id\n      name\n    }\n    interaction {\n      id\n      channel\n      redactedText\n      customer {\n        id\n        name\n      }\n      sentiment {\n        label\n        score\n      }\n    }\n  }\n": typeof types.ReviewRowFragmentDoc,
    "\n  query ReviewQueue($filter: ReviewFilter, $first: Int!, $after: String) {\n    reviewQueue(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...ReviewRow\n        }\n      }\n    }\n  }\n": typeof types.ReviewQueueDocument,
    "\n  query ReviewDetail($id: ID!) {\n    reviewItem(id: $id) {\n      ...ReviewRow\n      decision {\n        action\n        at\n        reason\n        editedText\n        by {\n          id\n          name\n        }\n      }\n      history {\n        change\n        at\n        note\n        by {\n          id\n          name\n        }\n      }\n      interaction {\n        id\n        text\n        language\n        receivedAt\n        pii {\n          riskScore\n          entities {\n            type\n            start\n            end\n          }\n        }\n        customer {\n          id\n          averageSentiment\n          interactions(first: 4) {\n            totalCount\n            edges {\n              node {\n                id\n                receivedAt\n                redactedText\n                sentiment {\n                  label\n                  score\n                }\n              }\n            }\n          }\n        }\n        sentiment {\n          label\n          score\n          confidence\n          languageSupported\n          emotions {\n            emotion\n            score\n          }\n          sentences {\n            start\n            end\n            label\n            score\n          }\n        }\n      }\n      response {\n        id\n        text\n        status\n        tone\n        groundedness\n        confidence\n        flags\n        generatedAt\n        model {\n          name\n          version\n        }\n        citations {\n          quote\n          score\n          article {\n            id\n            title\n            body\n          }\n        }\n      }\n    }\n  }\n": typeof types.ReviewDetailDocument,
    "\n  query ReviewToday($from: DateTime!, $to: DateTime!) {\n    reviewStats(from: $from, to: $to) {\n      open\n      claimed\n      overdue\n      decided\n      approvalRate\n      medianTimeToDecision\n      byReviewer {\n        decided\n        user {\n          id\n        }\n      }\n    }\n  }\n": typeof types.ReviewTodayDocument,
    "\n  mutation ClaimNextReview($filter: ReviewFilter) {\n    claimNextReview(filter: $filter) {\n      ...ReviewRow\n    }\n  }\n": typeof types.ClaimNextReviewDocument,
    "\n  mutation ClaimReview($id: ID!) {\n    claimReview(id: $id) {\n      ...ReviewRow\n    }\n  }\n": typeof types.ClaimReviewDocument,
    "\n  mutation ReleaseReview($id: ID!) {\n    releaseReview(id: $id) {\n      ...ReviewRow\n    }\n  }\n": typeof types.ReleaseReviewDocument,
    "\n  mutation DecideReview($id: ID!, $decision: ReviewDecisionInput!) {\n    decideReview(id: $id, decision: $decision) {\n      ...ReviewRow\n      decision {\n        action\n        at\n        reason\n        editedText\n        by {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.DecideReviewDocument,
    "\n  mutation CommentOnReview($id: ID!, $text: String!) {\n    commentOnReview(id: $id, text: $text) {\n      id\n      history {\n        change\n        at\n        note\n        by {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.CommentOnReviewDocument,
    "\n  subscription ReviewQueueUpdates {\n    reviewQueueUpdated {\n      id\n      change\n      at\n      openCount\n      item {\n        ...ReviewRow\n      }\n    }\n  }\n": typeof types.ReviewQueueUpdatesDocument,
};
const documents: Documents = {
    "\n  fragment ReviewRow on ReviewItem {\n    id\n    status\n    priority\n    reasons\n    dueAt\n    overdue\n    createdAt\n    leaseExpiresAt\n    assignee {\n      id\n      name\n    }\n    interaction {\n      id\n      channel\n      redactedText\n      customer {\n        id\n        name\n      }\n      sentiment {\n        label\n        score\n      }\n    }\n  }\n": types.ReviewRowFragmentDoc,
    "\n  query ReviewQueue($filter: ReviewFilter, $first: Int!, $after: String) {\n    reviewQueue(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...ReviewRow\n        }\n      }\n    }\n  }\n": types.ReviewQueueDocument,
    "\n  query ReviewDetail($id: ID!) {\n    reviewItem(id: $id) {\n      ...ReviewRow\n      decision {\n        action\n        at\n        reason\n        editedText\n        by {\n          id\n          name\n        }\n      }\n      history {\n        change\n        at\n        note\n        by {\n          id\n          name\n        }\n      }\n      interaction {\n        id\n        text\n        language\n        receivedAt\n        pii {\n          riskScore\n          entities {\n            type\n            start\n            end\n          }\n        }\n        customer {\n          id\n          averageSentiment\n          interactions(first: 4) {\n            totalCount\n            edges {\n              node {\n                id\n                receivedAt\n                redactedText\n                sentiment {\n                  label\n                  score\n                }\n              }\n            }\n          }\n        }\n        sentiment {\n          label\n          score\n          confidence\n          languageSupported\n          emotions {\n            emotion\n            score\n          }\n          sentences {\n            start\n            end\n            label\n            score\n          }\n        }\n      }\n      response {\n        id\n        text\n        status\n        tone\n        groundedness\n        confidence\n        flags\n        generatedAt\n        model {\n          name\n          version\n        }\n        citations {\n          quote\n          score\n          article {\n            id\n            title\n            body\n          }\n        }\n      }\n    }\n  }\n": types.ReviewDetailDocument,
    "\n  query ReviewToday($from: DateTime!, $to: DateTime!) {\n    reviewStats(from: $from, to: $to) {\n      open\n      claimed\n      overdue\n      decided\n      approvalRate\n      medianTimeToDecision\n      byReviewer {\n        decided\n        user {\n          id\n        }\n      }\n    }\n  }\n": types.ReviewTodayDocument,
    "\n  mutation ClaimNextReview($filter: ReviewFilter) {\n    claimNextReview(filter: $filter) {\n      ...ReviewRow\n    }\n  }\n": types.ClaimNextReviewDocument,
    "\n  mutation ClaimReview($id: ID!) {\n    claimReview(id: $id) {\n      ...ReviewRow\n    }\n  }\n": types.ClaimReviewDocument,
    "\n  mutation ReleaseReview($id: ID!) {\n    releaseReview(id: $id) {\n      ...ReviewRow\n    }\n  }\n": types.ReleaseReviewDocument,
    "\n  mutation DecideReview($id: ID!, $decision: ReviewDecisionInput!) {\n    decideReview(id: $id, decision: $decision) {\n      ...ReviewRow\n      decision {\n        action\n        at\n        reason\n        editedText\n        by {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.DecideReviewDocument,
    "\n  mutation CommentOnReview($id: ID!, $text: String!) {\n    commentOnReview(id: $id, text: $text) {\n      id\n      history {\n        change\n        at\n        note\n        by {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.CommentOnReviewDocument,
    "\n  subscription ReviewQueueUpdates {\n    reviewQueueUpdated {\n      id\n      change\n      at\n      openCount\n      item {\n        ...ReviewRow\n      }\n    }\n  }\n": types.ReviewQueueUpdatesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReviewRow on ReviewItem {\n    id\n    status\n    priority\n    reasons\n    dueAt\n    overdue\n    createdAt\n    leaseExpiresAt\n    assignee {\n      id\n      name\n    }\n    interaction {\n      id\n      channel\n      redactedText\n      customer {\n        id\n        name\n      }\n      sentiment {\n        label\n        score\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ReviewRow on ReviewItem {\n    id\n    status\n    priority\n    reasons\n    dueAt\n    overdue\n    createdAt\n    leaseExpiresAt\n    assignee {\n      id\n      name\n    }\n    interaction {\n      id\n      channel\n      redactedText\n      customer {\n        id\n        name\n      }\n      sentiment {\n        label\n        score\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReviewQueue($filter: ReviewFilter, $first: Int!, $after: String) {\n    reviewQueue(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...ReviewRow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReviewQueue($filter: ReviewFilter, $first: Int!, $after: String) {\n    reviewQueue(filter: $filter, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...ReviewRow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReviewDetail($id: ID!) {\n    reviewItem(id: $id) {\n      ...ReviewRow\n      decision {\n        action\n        at\n        reason\n        editedText\n        by {\n          id\n          name\n        }\n      }\n      history {\n        change\n        at\n        note\n        by {\n          id\n          name\n        }\n      }\n      interaction {\n        id\n        text\n        language\n        receivedAt\n        pii {\n          riskScore\n          entities {\n            type\n            start\n            end\n          }\n        }\n        customer {\n          id\n          averageSentiment\n          interactions(first: 4) {\n            totalCount\n            edges {\n              node {\n                id\n                receivedAt\n                redactedText\n                sentiment {\n                  label\n                  score\n                }\n              }\n            }\n          }\n        }\n        sentiment {\n          label\n          score\n          confidence\n          languageSupported\n          emotions {\n            emotion\n            score\n          }\n          sentences {\n            start\n            end\n            label\n            score\n          }\n        }\n      }\n      response {\n        id\n        text\n        status\n        tone\n        groundedness\n        confidence\n        flags\n        generatedAt\n        model {\n          name\n          version\n        }\n        citations {\n          quote\n          score\n          article {\n            id\n            title\n            body\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReviewDetail($id: ID!) {\n    reviewItem(id: $id) {\n      ...ReviewRow\n      decision {\n        action\n        at\n        reason\n        editedText\n        by {\n          id\n          name\n        }\n      }\n      history {\n        change\n        at\n        note\n        by {\n          id\n          name\n        }\n      }\n      interaction {\n        id\n        text\n        language\n        receivedAt\n        pii {\n          riskScore\n          entities {\n            type\n            start\n            end\n          }\n        }\n        customer {\n          id\n          averageSentiment\n          interactions(first: 4) {\n            totalCount\n            edges {\n              node {\n                id\n                receivedAt\n                redactedText\n                sentiment {\n                  label\n                  score\n                }\n              }\n            }\n          }\n        }\n        sentiment {\n          label\n          score\n          confidence\n          languageSupported\n          emotions {\n            emotion\n            score\n          }\n          sentences {\n            start\n            end\n            label\n            score\n          }\n        }\n      }\n      response {\n        id\n        text\n        status\n        tone\n        groundedness\n        confidence\n        flags\n        generatedAt\n        model {\n          name\n          version\n        }\n        citations {\n          quote\n          score\n          article {\n            id\n            title\n            body\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReviewToday($from: DateTime!, $to: DateTime!) {\n    reviewStats(from: $from, to: $to) {\n      open\n      claimed\n      overdue\n      decided\n      approvalRate\n      medianTimeToDecision\n      byReviewer {\n        decided\n        user {\n          id\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReviewToday($from: DateTime!, $to: DateTime!) {\n    reviewStats(from: $from, to: $to) {\n      open\n      claimed\n      overdue\n      decided\n      approvalRate\n      medianTimeToDecision\n      byReviewer {\n        decided\n        user {\n          id\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClaimNextReview($filter: ReviewFilter) {\n    claimNextReview(filter: $filter) {\n      ...ReviewRow\n    }\n  }\n"): (typeof documents)["\n  mutation ClaimNextReview($filter: ReviewFilter) {\n    claimNextReview(filter: $filter) {\n      ...ReviewRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClaimReview($id: ID!) {\n    claimReview(id: $id) {\n      ...ReviewRow\n    }\n  }\n"): (typeof documents)["\n  mutation ClaimReview($id: ID!) {\n    claimReview(id: $id) {\n      ...ReviewRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseReview($id: ID!) {\n    releaseReview(id: $id) {\n      ...ReviewRow\n    }\n  }\n"): (typeof documents)["\n  mutation ReleaseReview($id: ID!) {\n    releaseReview(id: $id) {\n      ...ReviewRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecideReview($id: ID!, $decision: ReviewDecisionInput!) {\n    decideReview(id: $id, decision: $decision) {\n      ...ReviewRow\n      decision {\n        action\n        at\n        reason\n        editedText\n        by {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DecideReview($id: ID!, $decision: ReviewDecisionInput!) {\n    decideReview(id: $id, decision: $decision) {\n      ...ReviewRow\n      decision {\n        action\n        at\n        reason\n        editedText\n        by {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CommentOnReview($id: ID!, $text: String!) {\n    commentOnReview(id: $id, text: $text) {\n      id\n      history {\n        change\n        at\n        note\n        by {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CommentOnReview($id: ID!, $text: String!) {\n    commentOnReview(id: $id, text: $text) {\n      id\n      history {\n        change\n        at\n        note\n        by {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ReviewQueueUpdates {\n    reviewQueueUpdated {\n      id\n      change\n      at\n      openCount\n      item {\n        ...ReviewRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription ReviewQueueUpdates {\n    reviewQueueUpdated {\n      id\n      change\n      at\n      openCount\n      item {\n        ...ReviewRow\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;