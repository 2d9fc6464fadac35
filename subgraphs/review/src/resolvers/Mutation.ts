import { badInput, notFound } from '@customerai/service';
import { claimNext } from '../commands/claim-next.ts';
import { makeMove } from '../commands/make-move.ts';
import { mayAssign, requireReviewer } from '../commands/reviewer.ts';
import { MAX_COMMENT, parseComment, parseDecision } from '../domain/decision-input.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';

const LONGEST_SNOOZE_MS = 30 * 86_400_000;

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
  snoozeReview: (_, { id, until }, { deps, known }) => {
    const viewer = known();
    if (!until) return makeMove(deps, viewer.tenant, id, { kind: 'wake', by: viewer.id });
    const ahead = until.getTime() - deps.clock().getTime();
    if (ahead <= 0 || ahead > LONGEST_SNOOZE_MS) throw badInput('until', '`until` must lie in the future, at most 30 days ahead.');
    return makeMove(deps, viewer.tenant, id, { kind: 'snooze', by: viewer.id, mayAssign: mayAssign(viewer), until });
  },
  markReviewOpen: async (_, { id, open }, { deps, known, loadItem }) => {
    const item = await loadItem(id);
    if (!item) throw notFound('review item', id);
    await deps.presence.mark(item.tenant, id, known().id, open ?? true);
    return item;
  },
  commentOnReview: (_, { id, text }, { deps, known }) => {
    const comment = parseComment(text);
    if (comment === undefined) throw badInput('text', `A comment has 1 to ${MAX_COMMENT} characters.`);
    return makeMove(deps, known().tenant, id, { kind: 'comment', by: known().id, text: comment });
  },
};
