import { graphql } from '../../generated/index.ts';

export const ModelsDocument = graphql(`
  query Models {
    models {
      name
      task
      live {
        version
      }
      canary {
        version
      }
      versions {
        version
        format
        sizeBytes
        metrics
        modelCard
        createdAt
      }
      stats {
        requests
        errors
        p50Ms
        p99Ms
        meanBatchSize
      }
    }
  }
`);
