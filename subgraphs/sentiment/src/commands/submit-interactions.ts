import { interactionNew } from '@customerai/events';
import type { Clock, NewId } from '@customerai/service';
import { acceptSubmission, type Submission, type SubmissionInput } from '../domain/accept-submission.ts';
import type { Channel, Customer, Interaction } from '../domain/interaction.ts';
import type { Problem } from '../domain/problem.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { eraseCustomer, type EraseDeps } from './erase-customer.ts';

export type Outcome = { interaction: Interaction } | { problem: Problem };

export interface SubmitDeps extends EraseDeps {
  clock: Clock;
  newId: NewId;
}

/** What makes a submission the same as an earlier one; those without an external id are never the same. */
const keyOf = ({ channel, externalId }: { channel: Channel; externalId?: string }) =>
  externalId === undefined ? undefined : `${channel}\n${externalId}`;

/**
 * Stores each submission that passes the checks, with its event, and answers in their order. Of those with the same external id and channel, in
 * this call or ever, the first is stored and answered for all. The number of writes does not grow with the number of submissions.
 */
export async function submitInteractions(deps: SubmitDeps, tenant: string, inputs: readonly SubmissionInput[]): Promise<Outcome[]> {
  const now = deps.clock();
  const checked = inputs.map((input) => acceptSubmission(input, now));
  const accepted = checked.flatMap((one) => ('submission' in one ? [one.submission] : []));
  const [known] = await Promise.all([findKnown(deps, tenant, accepted), deps.customers.upsertMany(tenant, customersOf(accepted), now)]);

  const fresh: Interaction[] = [];
  const stored = checked.map((one): Outcome => {
    if ('problem' in one) return one;
    const key = keyOf(one.submission);
    const present = key === undefined ? undefined : known.get(key);
    if (present) return { interaction: present };
    const interaction = toInteraction(one.submission, deps.newId());
    fresh.push(interaction);
    if (key !== undefined) known.set(key, interaction);
    return { interaction };
  });
  const taken = await deps.interactions.insertMany(
    tenant,
    fresh.map((interaction) => ({ interaction, event: toEvent(deps, tenant, interaction, now) })),
  );
  await removeErased(deps, tenant, fresh);
  if (taken.length === 0) return stored;

  // Somebody else submitted the same between our look and our write: theirs was first.
  const lost = taken.map((position) => fresh[position]!);
  const winners = await findKnown(deps, tenant, lost);
  const replaced = new Map(lost.map((interaction) => [interaction, winners.get(keyOf(interaction)!)!]));
  return stored.map((one) => ('interaction' in one ? { interaction: replaced.get(one.interaction) ?? one.interaction } : one));
}

/** A customer who was erased while their message was on its way in: it belongs to what was to be erased. */
async function removeErased(deps: SubmitDeps, tenant: string, fresh: readonly Interaction[]): Promise<void> {
  if (fresh.length === 0) return;
  const marks = await deps.erasures.marks(tenant, [...new Set(fresh.map(({ customerId }) => customerId))]);
  const late = new Set(fresh.filter(({ customerId, id }) => id < (marks.get(customerId) ?? '')).map(({ customerId }) => customerId));
  for (const customerId of late) await eraseCustomer(deps, { tenant, customerId, before: marks.get(customerId)! });
}

async function findKnown({ interactions }: SubmitDeps, tenant: string, sought: readonly { channel: Channel; externalId?: string }[]) {
  const withId = sought.filter(({ externalId }) => externalId !== undefined);
  const byChannel = Map.groupBy(withId, ({ channel }) => channel);
  const found = await Promise.all(
    [...byChannel].map(([channel, members]) =>
      interactions.findByExternalIds(
        tenant,
        channel,
        members.map(({ externalId }) => externalId!),
      ),
    ),
  );
  return new Map(found.flat().map((interaction) => [keyOf(interaction)!, interaction]));
}

/** Each customer once, with the last name that was given. */
function customersOf(submissions: readonly Submission[]): Customer[] {
  const customers = new Map<string, Customer>();
  for (const { customerId, customerName } of submissions) {
    customers.set(customerId, { id: customerId, name: customerName ?? customers.get(customerId)?.name });
  }
  return [...customers.values()];
}

function toInteraction({ externalId, customerId, channel, text, language, receivedAt, metadata }: Submission, id: string): Interaction {
  return { id, externalId, customerId, channel, text, language: language ?? detectLanguage(text), receivedAt, metadata };
}

function toEvent({ newId }: SubmitDeps, tenant: string, { id, customerId, channel, language, receivedAt }: Interaction, time: Date) {
  return interactionNew.create({
    id: newId(),
    source: 'sentiment',
    tenant,
    partitionkey: customerId,
    time,
    data: { interactionId: id, customerId, channel, language, receivedAt: receivedAt.toISOString() },
  });
}
