import { graphql } from '../../generated/index.ts';

export const RunPartsDocument = graphql(`
  fragment RunParts on TrainingJob {
    id
    dataset
    epochs
    workers
    useReviewCorrections
    status
    progress
    epoch
    metrics
    result {
      version
    }
    createdAt
    startedAt
    finishedAt
    error
    note
  }
`);

export const RunsDocument = graphql(`
  query TrainingRuns($first: Int!, $after: String) {
    trainingJobs(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...RunParts
        }
      }
    }
  }
`);

export const RunProgressDocument = graphql(`
  subscription TrainingRunProgress($id: ID!) {
    trainingProgress(id: $id) {
      ...RunParts
    }
  }
`);

export const StartRunDocument = graphql(`
  mutation StartTrainingRun($input: TrainingInput!) {
    startTraining(input: $input) {
      ...RunParts
    }
  }
`);

export const CancelRunDocument = graphql(`
  mutation CancelTrainingRun($id: ID!) {
    cancelTraining(id: $id) {
      ...RunParts
    }
  }
`);
