import { notImplemented } from '@customerai/service';
import { categorise } from '../domain/aspect-categories.ts';
import { type Analysis, analysisOf } from '../domain/interaction.ts';
import { MAX_SENTENCES, splitSentences } from '../domain/split-sentences.ts';
import { labelOf, polarityOf, scoreOf, temper } from '../domain/verdict.ts';
import type { SentimentAnalysisResolvers } from '../generated/resolvers.ts';

/** A part that the analysing model has. Throws NOT_IMPLEMENTED for one that it has not: an empty list would say that it found none. */
function told<Part>(part: Part | undefined, what: string, { model }: Analysis): Part {
  if (part === undefined) throw notImplemented(`The ${what} of a text, by the model ${model.name} ${model.version},`);
  return part;
}

export const SentimentAnalysis: SentimentAnalysisResolvers = {
  // A text that is not stored has no way back from its id.
  __resolveReference: async ({ id }, { loaders }) => {
    const interaction = await loaders().analysed.load(id);
    return interaction && analysisOf(interaction);
  },
  interaction: ({ interactionId }, _, { loaders }) => (interactionId === undefined ? null : loaders().interactions.load(interactionId)),
  sentences: async ({ text, language, languageSupported }, _, { sentences }) => {
    const parts = splitSentences(text, language).slice(0, MAX_SENTENCES);
    const results = await Promise.all(parts.map((part) => sentences().load(part.text)));
    return parts.map((part, index) => {
      const probabilities = temper(results[index]!, languageSupported);
      return { ...part, label: labelOf(probabilities), score: scoreOf(probabilities) };
    });
  },
  sentencesLeftOut: ({ text, language }) => Math.max(0, splitSentences(text, language).length - MAX_SENTENCES),
  aspects: (analysis) =>
    told(analysis.aspects, 'aspects', analysis).map((aspect) => {
      const { start, end, label, score: confidence } = aspect;
      const term = analysis.text.slice(start, end);
      return {
        aspect: term.toLowerCase().replaceAll(/\s+/gu, ' '),
        category: categorise(term),
        start,
        end,
        label,
        score: polarityOf(aspect),
        confidence,
      };
    }),
  intents: (analysis) => told(analysis.intents, 'intents', analysis),
  truncated: ({ truncated }) => truncated ?? false, // analyses from before it was asked: that model read everything
  correction: ({ interactionId }, _, { loaders }) => (interactionId === undefined ? null : loaders().corrected.load(interactionId)),
};
