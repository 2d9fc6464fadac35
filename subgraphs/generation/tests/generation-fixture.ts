import { type ReviewFacts, responseGenerationComplete, reviewCompleted, reviewRequired, sentimentAnalysisComplete } from '@customerai/events';
import type { CloudEvent } from '@customerai/events';
import { privacyRedact, reviewDecision, sentimentInteraction, type Service, type StoredInteraction } from '@customerai/service';
import { askOk, createTestParts, type TestParts, viewer } from '@customerai/testkit';
import { startGeneration } from '../src/index.ts';

export const ALL_SCOPES = ['responses:read', 'responses:write', 'knowledge:write'];

export interface Fixture extends AsyncDisposable {
  parts: TestParts;
  service: Service;
  /** What the sentiment service would answer, by `tenant/id`. */
  interactions: Map<string, StoredInteraction>;
  /** What the review service would answer, by review item. */
  decisions: Map<string, { action: 'APPROVE' | 'EDIT' | 'REJECT'; editedText?: string }>;
  /** Set it to make redaction fail. */
  privacy: { broken: boolean; asked: { text: string; names?: string[] }[] };
  /** Stores an interaction of a tenant and gives its id. */
  interaction(tenant: string, text: string, more?: Partial<StoredInteraction>): string;
  /** Publishes and waits until everything that follows from it has happened. */
  publish(event: CloudEvent): Promise<void>;
  settle(): Promise<void>;
  /** Drafts announced so far for an interaction. */
  announced(interactionId: string): any[];
}

/** The generation service between neighbours that answer from maps. The redaction hides e-mail addresses and the given names. */
export async function startFixture(): Promise<Fixture> {
  const stack = new AsyncDisposableStack();
  const parts = stack.use(await createTestParts());
  const service = stack.use(await startGeneration({}, parts));
  const interactions: Fixture['interactions'] = new Map();
  const decisions: Fixture['decisions'] = new Map();
  const privacy: Fixture['privacy'] = { broken: false, asked: [] };
  await parts.rpc.serve(sentimentInteraction, async ({ tenant, interactionId }) => interactions.get(`${tenant}/${interactionId}`) ?? null);
  await parts.rpc.serve(reviewDecision, async ({ reviewItemId }) => decisions.get(reviewItemId) ?? null);
  await parts.rpc.serve(privacyRedact, async ({ text, names }) => {
    privacy.asked.push({ text, names });
    if (privacy.broken) throw new Error('a recogniser failed');
    const hidden = (names ?? []).reduce((rest, name) => rest.replaceAll(name, '<PERSON>'), text.replaceAll(/\S+@\S+/g, '<EMAIL_ADDRESS>'));
    const types = ['EMAIL_ADDRESS', 'PERSON'].filter((type) => hidden.includes(`<${type}>`) && !text.includes(`<${type}>`));
    return { text: hidden, types };
  });

  const drafts: any[] = [];
  stack.use(
    await parts.bus.consume({
      name: 'test-drafts',
      types: [responseGenerationComplete.type],
      handle: async (event) => void drafts.push(responseGenerationComplete.parse(event)),
      onDeadLetter: async () => {},
    }),
  );
  const settle = async () => {
    await service.settle();
    await parts.bus.settle();
    await service.settle();
    await parts.bus.settle();
  };
  return {
    parts,
    service,
    interactions,
    decisions,
    privacy,
    settle,
    interaction: (tenant, text, more = {}) => {
      const id = parts.newId();
      const receivedAt = parts.clock().toISOString();
      interactions.set(`${tenant}/${id}`, { id, customerId: 'customer-1', channel: 'EMAIL', language: 'en', text, receivedAt, ...more });
      return id;
    },
    publish: async (event) => {
      await parts.bus.publish(event);
      await settle();
    },
    announced: (interactionId) => drafts.filter(({ data }) => data.interactionId === interactionId),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

const envelope = ({ parts }: Fixture, tenant: string, source: string) => ({
  id: parts.newId(),
  source,
  tenant,
  partitionkey: 'customer-1',
  time: parts.clock(),
});

export function analysed(
  fixture: Fixture,
  tenant: string,
  interactionId: string,
  label: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE' = 'NEGATIVE',
): CloudEvent {
  const at = fixture.parts.clock().toISOString();
  const keys = {
    analysisId: `a-${interactionId}`,
    interactionId,
    customerId: 'customer-1',
    channel: 'EMAIL' as const,
    language: 'en',
    receivedAt: at,
    analyzedAt: at,
  };
  const data = { ...keys, sentiment: { label, score: label === 'NEGATIVE' ? -0.8 : 0.5, confidence: 0.9 }, model: { name: 'm', version: '1' } };
  return sentimentAnalysisComplete.create({ ...envelope(fixture, tenant, 'sentiment'), data });
}

const itemKeys = (responseId: string) => ({
  reviewItemId: `item-${responseId}`,
  responseId,
  interactionId: 'i',
  customerId: 'customer-1',
  channel: 'EMAIL' as const,
});

export function required(fixture: Fixture, tenant: string, responseId: string): CloudEvent {
  const at = fixture.parts.clock().toISOString();
  const priority: ReviewFacts['priority'] = 'NORMAL';
  return reviewRequired.create({
    ...envelope(fixture, tenant, 'review'),
    data: { ...itemKeys(responseId), reasons: ['negative'], priority, dueAt: at, at },
  });
}

export function completed(fixture: Fixture, tenant: string, responseId: string, action: 'APPROVE' | 'EDIT' | 'REJECT' | 'ESCALATE'): CloudEvent {
  const at = fixture.parts.clock().toISOString();
  const data = { ...itemKeys(responseId), action, reasons: [], decidedBy: 'user-2', createdAt: at, decidedAt: at, labels: [] };
  return reviewCompleted.create({ ...envelope(fixture, tenant, 'review'), data });
}

export const REFUNDS = {
  title: 'Returns and refunds',
  body: 'You can return any item within 30 days of delivery. We refund the price within 5 working days.\n\nDamaged or faulty items are replaced. Write to help@shop.example with a photo.',
  tags: ['refund'],
};

export async function writeArticle({ service }: Fixture, tenant: string, input: object): Promise<any> {
  const mutation = 'mutation($input: KnowledgeArticleInput!) { upsertKnowledgeArticle(input: $input) { id title body tags updatedAt } }';
  return (await askOk(service.subgraph, mutation, { input }, viewer(tenant, ALL_SCOPES))).upsertKnowledgeArticle;
}

export const RESPONSE =
  'id interaction { id } text status tone citations { article { id title } quote score } groundedness confidence flags model { name version } usage { inputTokens } generatedAt';

export async function draftsOf({ service }: Fixture, tenant: string, interactionId: string): Promise<any[]> {
  const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Interaction { responses { ${RESPONSE} } } } }`;
  const data = await askOk(service.subgraph, query, { r: [{ __typename: 'Interaction', id: interactionId }] }, viewer(tenant, ALL_SCOPES));
  return data._entities[0].responses;
}
