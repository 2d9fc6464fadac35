import { conflict, type ServiceError } from '@customerai/service';
import type { Refusal } from './domain/moves.ts';

/** A refused move as the caller sees it. People are named by id: names belong to another service. */
export function refused(refusal: Refusal): ServiceError {
  switch (refusal.kind) {
    case 'leased':
      return conflict(`The user "${refusal.holderId}" holds this item until ${refusal.until.toISOString()}. Take another one with claimNextReview.`, {
        holderId: refusal.holderId,
        until: refusal.until.toISOString(),
      });
    case 'lease_lost':
      return conflict(`Your lease on this item ran out at ${refusal.ranOutAt.toISOString()}. Claim it again, then decide.`);
    case 'reserved':
      return conflict(`This item is reserved for the user "${refusal.forId}" until ${refusal.until.toISOString()}.`, { forId: refusal.forId });
    case 'escalated':
      return conflict('This item was escalated. Somebody with the scope "reviews:assign" must take it or assign it.');
    case 'illegal':
      return conflict(`${REMEDIES[refusal.move]} The item is ${refusal.status}.`, { status: refusal.status });
  }
}

const REMEDIES: Readonly<Record<(Refusal & { kind: 'illegal' })['move'], string>> = {
  claim: 'Only an item that waits can be claimed.',
  release: 'Only a claimed item can be given back.',
  decide: 'Only a claimed item can be decided; claim it first.',
  snooze: 'Only an item that waits can be put off.',
  wake: 'Only an item that was put off can be woken.',
  assign: 'Only an item that waits can be assigned.',
  comment: 'This item takes no comment.',
  expire: 'Only a lease can run out.',
  tellOverdue: 'Only an item that waits can be overdue.',
};

export const changedMeanwhile = () => conflict('Others change this item at the same moment. Read it again, then try again.');
