import { type CloudEvent, responseGenerationComplete } from '@customerai/events';
import { authUser } from '@customerai/service';
import { askOk, createTestParts, newTenant, type TestParts, viewer } from '@customerai/testkit';
import { type ReviewService, startReview } from '../src/index.ts';

export const ITEM = `id status priority reasons assignee { id } leaseExpiresAt snoozedUntil dueAt overdue createdAt
  decision { action by { id } at editedText reason labels } history { change by { id } at note } response { id } interaction { id }`;
export const CLAIM_NEXT = `mutation($filter: ReviewFilter) { claimNextReview(filter: $filter) { ${ITEM} } }`;
export const CLAIM = `mutation($id: ID!) { claimReview(id: $id) { ${ITEM} } }`;
export const RELEASE = `mutation($id: ID!) { releaseReview(id: $id) { ${ITEM} } }`;
export const DECIDE = `mutation($id: ID!, $decision: ReviewDecisionInput!) { decideReview(id: $id, decision: $decision) { ${ITEM} } }`;
export const ASSIGN = `mutation($id: ID!, $userId: ID!) { assignReview(id: $id, userId: $userId) { ${ITEM} } }`;
export const SNOOZE = `mutation($id: ID!, $until: DateTime) { snoozeReview(id: $id, until: $until) { ${ITEM} } }`;
export const COMMENT = `mutation($id: ID!, $text: String!) { commentOnReview(id: $id, text: $text) { ${ITEM} } }`;
export const QUEUE = `query($filter: ReviewFilter, $history: ReviewHistoryFilter, $first: Int, $after: String) { reviewQueue(filter: $filter, history: $history, first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${ITEM} } } } }`;

export const reviewer = (tenant: string, id = 'rita') => viewer(tenant, ['reviews:read', 'reviews:write'], id);
export const lead = (tenant: string, id = 'lea') => viewer(tenant, ['reviews:read', 'reviews:write', 'reviews:assign'], id);

type Draft = ReturnType<typeof responseGenerationComplete.schema.parse>;

/** Drafts of which each needs a person for one reason, by the priority that follows. */
export const KINDS = {
  URGENT: { sentiment: { label: 'NEGATIVE', score: -0.95, confidence: 0.9 }, piiTypes: ['EMAIL_ADDRESS'] },
  HIGH: { sentiment: { label: 'NEGATIVE', score: -0.6, confidence: 0.9 } },
  NORMAL: { confidence: 0.3 },
} as const satisfies Record<string, Partial<Draft>>;

export interface ReviewFixture extends AsyncDisposable {
  parts: TestParts;
  service: ReviewService;
  /** Everything that was published, in order. */
  published: CloudEvent[];
  /** Publishes a finished draft and waits until the service has dealt with it; the draft needs no person unless something is said. */
  draft(tenant: string, fields?: Partial<Draft>): Promise<CloudEvent>;
  /** An item in the queue of that tenant. */
  item(tenant: string, fields?: Partial<Draft>): Promise<any>;
  settle(): Promise<void>;
  /** Types and changes of the tenant's events so far, in order. */
  told(tenant: string): string[];
}

export async function openReview(env: Record<string, string> = {}): Promise<ReviewFixture> {
  const stack = new AsyncDisposableStack();
  const parts = stack.use(await createTestParts());
  const service = stack.use(await startReview({ REVIEW_SAMPLE_SHARE: '0', REVIEW_SWEEP: 'PT1H', ...env }, parts));
  // The authentication service's answer: everybody is a reviewer, except these.
  stack.use(
    await parts.rpc.serve(authUser, async ({ userId }) => {
      if (userId === 'nobody') return null;
      return { id: userId, disabled: userId === 'gone', scopes: userId === 'agent' ? ['responses:read'] : ['reviews:read', 'reviews:write'] };
    }),
  );
  const published: CloudEvent[] = [];
  const publish = parts.bus.publish.bind(parts.bus);
  parts.bus.publish = (event) => {
    published.push(event);
    return publish(event);
  };
  const settle = async () => {
    await parts.bus.settle();
    await service.settle();
    await parts.bus.settle();
  };
  const draft = async (tenant: string, fields: Partial<Draft> = {}) => {
    const time = parts.clock();
    const data: Draft = {
      responseId: parts.newId(),
      interactionId: parts.newId(),
      customerId: 'customer-1',
      channel: 'EMAIL',
      receivedAt: time.toISOString(),
      generatedAt: time.toISOString(),
      status: 'DRAFT',
      confidence: 0.9,
      groundedness: 0.95,
      flags: [],
      sentiment: { label: 'NEUTRAL', score: 0, confidence: 0.9 },
      piiTypes: [],
      model: { name: 'composer', version: '1' },
      ...fields,
    };
    const event = responseGenerationComplete.create({ id: parts.newId(), source: 'generation', tenant, partitionkey: data.customerId, time, data });
    await parts.bus.publish(event);
    await settle();
    return event;
  };
  return {
    parts,
    service,
    published,
    draft,
    settle,
    item: async (tenant, fields = KINDS.HIGH) => {
      const { responseId } = (await draft(tenant, fields)).data as Draft;
      const { reviewQueue } = await askOk(service.subgraph, QUEUE, { first: 100 }, reviewer(tenant));
      return reviewQueue.edges.map(({ node }: any) => node).find(({ response }: any) => response.id === responseId);
    },
    told: (tenant) =>
      published
        .filter((event) => event.tenant === tenant && event.type.startsWith('review.'))
        .map(({ type, data }) => (type === 'review.item.changed' ? (data as { change: string }).change : type)),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

export { newTenant };
