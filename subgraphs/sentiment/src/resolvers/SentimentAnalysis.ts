import { notImplemented } from '@customerai/service';
import { analysisOf } from '../domain/interaction.ts';
import { normaliseText } from '../domain/normalise-text.ts';
import { MAX_SENTENCES, splitSentences } from '../domain/split-sentences.ts';
import { labelOf, scoreOf, temper } from '../domain/verdict.ts';
import type { SentimentAnalysisResolvers } from '../generated/resolvers.ts';

export const SentimentAnalysis: SentimentAnalysisResolvers = {
  // A text that is not stored has no way back from its id.
  __resolveReference: async ({ id }, { loaders }) => {
    const interaction = await loaders().analysed.load(id);
    return interaction && analysisOf(interaction);
  },
  interaction: ({ interactionId }, _, { loaders }) => (interactionId === undefined ? null : loaders().interactions.load(interactionId)),
  sentences: async ({ text, language, languageSupported }, _, { sentences }) => {
    const parts = splitSentences(text, language).slice(0, MAX_SENTENCES);
    const results = await Promise.all(parts.map((part) => sentences().load(normaliseText(part.text))));
    return parts.map((part, index) => {
      const probabilities = temper(results[index]!.probabilities, languageSupported);
      return { ...part, label: labelOf(probabilities), score: scoreOf(probabilities) };
    });
  },
  sentencesLeftOut: ({ text, language }) => Math.max(0, splitSentences(text, language).length - MAX_SENTENCES),
  aspects: () => {
    throw notImplemented('Sentiment by aspect');
  },
};
