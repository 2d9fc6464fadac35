import { badInput } from '@customerai/service';
import { claimNext } from '../commands/claim-next.ts';
import { makeMove } from '../commands/make-move.ts';
import { mayAssign, requireReviewer } from '../commands/reviewer.ts';
import { MAX_COMMENT, parseComment, parseDecision } from '../domain/decision-input.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

export const Mutation: MutationResolvers = {
  claimNextReview: (_, { filter }, { deps, known }) => claimNext(deps, known(), filter ?? {}),
  claimReview: (_, { id }, { deps, known }) => {
    const viewer = known();
    return makeMove(deps, viewer.tenant, id, { kind: 'claim', by: viewer.id, mayAssign: mayAssign(viewer) });
  },
  releaseReview: (_, { id }, { deps, known }) => makeMove(deps, known().tenant, id, { kind: 'release', by: known().id }),
  decideReview: (_, { id, decision }, { deps, known }) => {
    const parsed = parseDecision(decision);
    if ('field' in parsed) throw badInput(`decision.${parsed.field}`, parsed.message);
    return makeMove(deps, known().tenant, id, { kind: 'decide', by: known().id, decision: parsed });
  },
  assignReview: async (_, { id, userId }, { deps, known }) => {
    await requireReviewer(deps, known().tenant, userId);
    return makeMove(deps, known().tenant, id, { kind: 'assign', by: known().id, to: userId });
  },
  commentOnReview: (_, { id, text }, { deps, known }) => {
    const comment = parseComment(text);
    if (comment === undefined) throw badInput('text', `A comment has 1 to ${MAX_COMMENT} characters.`);
    return makeMove(deps, known().tenant, id, { kind: 'comment', by: known().id, text: comment });
  },
};
