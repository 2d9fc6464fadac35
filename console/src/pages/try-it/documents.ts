import { graphql } from '../../generated/index.ts';

/** Nothing of it is stored. */
export const TryTextDocument = graphql(`
  query TryText($text: String!) {
    analyzeSentiment(text: $text) {
      label
      score
      confidence
      language
      languageSupported
      analyzedAt
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
      model {
        name
        version
      }
    }
  }
`);

/** A query of its own: the live model may tell no aspects, and the rest is answered all the same. */
export const TryAspectsDocument = graphql(`
  query TryAspects($text: String!) {
    analyzeSentiment(text: $text) {
      aspects {
        aspect
        category
        start
        label
        score
      }
    }
  }
`);

/** A query of its own: who may analyse may not always look for personal data. */
export const TryFindingsDocument = graphql(`
  query TryFindings($text: String!) {
    detectPii(text: $text) {
      riskScore
      entities {
        type
        start
        end
        score
      }
    }
  }
`);
