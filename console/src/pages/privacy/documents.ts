import { graphql } from '../../generated/index.ts';

export const PiiTypesDocument = graphql(`
  query PiiTypes {
    piiEntityTypes {
      type
      description
      languages
      recognizers
    }
  }
`);

export const DetectDocument = graphql(`
  query Detect($text: String!, $minScore: Float) {
    detectPii(text: $text, minScore: $minScore) {
      language
      riskScore
      entities {
        type
        start
        end
        score
        recognizer
      }
    }
  }
`);

export const AnonymizeDocument = graphql(`
  mutation Anonymize($text: String!, $operators: [AnonymizeOperatorInput!]) {
    anonymize(text: $text, operators: $operators) {
      text
      reversible
      entities {
        type
      }
    }
  }
`);
