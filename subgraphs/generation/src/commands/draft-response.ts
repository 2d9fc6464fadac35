import { responseGenerationComplete } from '@customerai/events';
import { privacyRedact, readingTimeoutMs, type StoredInteraction, unavailable } from '@customerai/service';
import type { Deps } from '../context.ts';
import { compose } from '../domain/compose.ts';
import type { GeneratedResponse } from '../domain/generated-response.ts';
import { flagsOf } from '../domain/guardrails.ts';
import type { Sentiment, Tone } from '../domain/tone.ts';
import { eraseCustomer } from './erase-customer.ts';
import { tellDraft } from './tell-draft.ts';

const model = { name: 'grounded-composer', version: '1.0.0' };

interface Redacted {
  text: string;
  types: string[];
}

/** Fails closed: whatever is wrong with the redaction, nothing is generated. Throws SERVICE_UNAVAILABLE. */
async function redact(
  deps: Deps,
  input: { tenant: string; text: string; language: string; names: string[] },
  signal?: AbortSignal,
): Promise<Redacted> {
  try {
    const question = { ...input, language: input.language === 'und' ? undefined : input.language };
    return await deps.rpc.call(privacyRedact, question, { timeoutMs: readingTimeoutMs(input.text.length), signal });
  } catch (error) {
    throw unavailable('The service that hides personal data', error);
  }
}

/**
 * Writes a draft to an interaction, before the eyes of whoever looks on, and stores it with its event, in one write. Undefined when the tenant has a draft of that origin already, or
 * the customer was erased meanwhile.
 * Throws SERVICE_UNAVAILABLE when personal data cannot be hidden: then nothing is stored.
 */
export async function draftResponse(
  deps: Deps,
  request: {
    tenant: string;
    id: string;
    origin: string;
    interaction: StoredInteraction;
    sentiment?: Sentiment;
    tone: Tone;
    signal?: AbortSignal;
  },
): Promise<GeneratedResponse | undefined> {
  const { tenant, id, origin, interaction, sentiment, tone, signal } = request;
  const { language, customerId, channel, receivedAt } = interaction;
  const names = interaction.customerName ? [interaction.customerName] : [];
  const question = await redact(deps, { tenant, text: interaction.text, language, names }, signal);
  const passages = await deps.passages.of(tenant);
  const draft = compose({ text: question.text, language, sentiment, tone }, passages.search(question.text), deps.relevanceFloor);
  const checked = await redact(deps, { tenant, text: draft.text, language, names }, signal);
  const flags = flagsOf({ question: question.text, draft: draft.text, groundedness: draft.groundedness, typesLeft: checked.types });
  const finish = await tellDraft(deps, { tenant, interactionId: interaction.id, text: draft.text });

  const generatedAt = deps.clock();
  const facts = {
    interactionId: interaction.id,
    customerId,
    status: 'DRAFT' as const,
    confidence: draft.confidence,
    groundedness: draft.groundedness,
    flags,
    piiTypes: question.types,
    model,
  };
  const response: GeneratedResponse = { ...facts, id, tenant, origin, text: draft.text, tone, citations: draft.citations, generatedAt };
  const event = responseGenerationComplete.create({
    id: deps.newId(),
    source: 'generation',
    tenant,
    partitionkey: customerId,
    subject: id,
    time: generatedAt,
    data: {
      ...facts,
      responseId: id,
      channel,
      receivedAt,
      generatedAt: generatedAt.toISOString(),
      automatic: origin.startsWith('auto:'),
      ...(sentiment ? { sentiment } : {}),
    },
  });
  const inserted = await deps.responses.insert(response, [event]);
  const stored = inserted && !(await removeErased(deps, response));
  await finish(stored ? id : undefined);
  return stored ? response : undefined;
}

/** Whether the customer was erased while the draft was being written: then it is removed again. */
async function removeErased(deps: Deps, { tenant, customerId, interactionId }: GeneratedResponse): Promise<boolean> {
  const before = await deps.erasures.covering(tenant, customerId, interactionId);
  if (before === undefined) return false;
  await eraseCustomer(deps, { tenant, customerId, before });
  return true;
}
