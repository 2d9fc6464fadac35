import { graphql } from '../../generated/index.ts';

export const RoundPartsDocument = graphql(`
  fragment RoundParts on RetentionRun {
    id
    dryRun
    status
    records
    startedAt
    steps {
      service
      status
      records
      error
    }
  }
`);

export const RetentionDocument = graphql(`
  query RetentionRules {
    retention {
      data
      keepFor
      setAt
    }
    retentionRuns(first: 3) {
      edges {
        node {
          ...RoundParts
        }
      }
    }
  }
`);

export const RoundDocument = graphql(`
  query Round($id: ID!) {
    retentionRun(id: $id) {
      ...RoundParts
    }
  }
`);

export const SetRetentionDocument = graphql(`
  mutation KeepFor($input: RetentionInput!) {
    setRetention(input: $input) {
      data
    }
  }
`);

export const RemoveRetentionDocument = graphql(`
  mutation KeepForGood($data: String!) {
    removeRetention(data: $data)
  }
`);

export const StartRoundDocument = graphql(`
  mutation StartRound($dryRun: Boolean!) {
    startRetention(dryRun: $dryRun) {
      ...RoundParts
    }
  }
`);
