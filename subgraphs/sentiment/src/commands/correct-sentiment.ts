import { type Clock, conflict, type KnownViewer, type NewId, notFound } from '@customerai/service';
import { checkCorrection, type Correction, type CorrectionInput, toCorrection } from '../domain/correction.ts';
import { refused } from '../errors.ts';
import { eraseCustomer, type EraseDeps } from './erase-customer.ts';

interface CorrectDeps extends EraseDeps {
  clock: Clock;
  newId: NewId;
}

/** Keeps a person's label of an analysed interaction; a later one takes its place. Throws BAD_USER_INPUT, NOT_FOUND, CONFLICT. */
export async function correctSentiment(deps: CorrectDeps, { tenant, id: correctedBy }: KnownViewer, input: CorrectionInput): Promise<Correction> {
  const wrong = checkCorrection(input);
  if (wrong) throw refused(wrong, 'input.');
  const [interaction] = await deps.interactions.findMany(tenant, [input.interactionId]);
  if (!interaction) throw notFound('interaction', input.interactionId);
  const { analysis } = interaction;
  if (!analysis) throw conflict('The interaction has no analysis yet: there is nothing to correct. Try again in a moment.');
  const who = { id: deps.newId(), correctedBy, correctedAt: deps.clock() };
  const correction = await deps.corrections.save(tenant, toCorrection({ ...interaction, analysis }, input, who));
  const { id, customerId } = interaction;
  const before = await deps.erasures.covering(tenant, customerId, id);
  if (before !== undefined) {
    // Erased between our look and our write.
    await eraseCustomer(deps, { tenant, customerId, before });
    throw notFound('interaction', input.interactionId);
  }
  return correction;
}
