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
      canaryPercent
      canaryStats {
        requests
        errors
        p50Ms
        p99Ms
      }
      shadow {
        version {
          version
        }
        percent
        texts
        failed
        agreement
      }
      versions {
        version
        format
        sizeBytes
        metrics
        modelCard
        createdAt
      }
      problems {
        version
        message
        deployed
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

/** Who answers what share of the texts, from now on. */
export const DeployVersionDocument = graphql(`
  mutation DeployVersion($name: String!, $version: String!, $percent: Int!, $shadow: Boolean!) {
    deployModelVersion(name: $name, version: $version, canaryPercent: $percent, shadow: $shadow) {
      name
    }
  }
`);
