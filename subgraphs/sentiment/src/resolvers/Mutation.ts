import { badInput } from '@customerai/service';
import { correctSentiment } from '../commands/correct-sentiment.ts';
import { reanalyzeInteractions } from '../commands/reanalyze-interactions.ts';
import { submitInteractions } from '../commands/submit-interactions.ts';
import { refused } from '../errors.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

const MOST_INPUTS = 500;

export const Mutation: MutationResolvers = {
  submitInteraction: async (_, { input }, { deps, tenant }) => {
    const outcome = (await submitInteractions(deps, tenant(), [input]))[0]!;
    if ('problem' in outcome) throw refused(outcome.problem, 'input.');
    return outcome.interaction;
  },
  submitInteractions: async (_, { inputs }, { deps, tenant }) => {
    if (inputs.length > MOST_INPUTS) {
      throw badInput('inputs', `At most ${MOST_INPUTS} interactions can be submitted in one call, not ${inputs.length}: send them in several calls.`);
    }
    const outcomes = await submitInteractions(deps, tenant(), inputs);
    return outcomes.map((outcome) =>
      'problem' in outcome ? { interaction: null, error: outcome.problem.message } : { interaction: outcome.interaction, error: null },
    );
  },
  correctSentiment: (_, { input }, { deps, known }) => correctSentiment(deps, known(), input),
  withdrawTrainingConsent: (_, { customerId }, { deps, tenant }) => deps.corrections.withdrawConsent(tenant(), customerId),
  reanalyzeInteractions: (_, { version, first, after }, { deps, tenant }) =>
    reanalyzeInteractions(deps, tenant(), { version, first: first ?? 50, after }),
};
