import { startPlatform, type Platform } from '@customerai/platform';
import { newId } from '@customerai/service';
import { scopesOfRoles } from '@customerai/subgraph-auth';
import { createTestClient, type TestClient } from '@customerai/testkit/platform';
import { createHash } from 'node:crypto';

export interface DrillPlatform extends AsyncDisposable {
  platform: Platform;
  /** A client of a tenant that the drill made, or makes now. */
  clientOf(tenant: string): Promise<TestClient>;
}

/** The platform on a data directory, as `npm start` runs it, in this process. */
export async function startOn(dataDir: string, env: Record<string, string> = {}): Promise<DrillPlatform> {
  // Every text alone: analysed again it gets the same digits, whatever is analysed beside it.
  const own = { PORT: '0', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent', DATA_DIR: dataDir, INFERENCE_BATCH: '1' };
  const platform = await startPlatform({ env: { ...own, ...env } });
  return {
    platform,
    clientOf: async (tenant) => {
      const userId = newId();
      const token = await platform.auth.issueAccessToken({ tenant, userId, scopes: scopesOfRoles(['ADMIN']) });
      return createTestClient({ url: platform.url, tenant, userId, token });
    },
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
}

const SUBMIT = `mutation($inputs: [SubmitInteractionInput!]!) { submitInteractions(inputs: $inputs) { interaction { id } error } }`;
const MOODS = ['I am furious, this is awful.', 'Thank you, wonderful service!', 'Where is my parcel?', 'The parcel came late and broken, refund me.'];

/** Submits messages of these customers in turn; resolves with the ids that were acknowledged. */
export async function submit(client: TestClient, customers: readonly string[], count: number, seed = 0): Promise<string[]> {
  const inputs = Array.from({ length: count }, (_, index) => ({
    customerId: customers[index % customers.length],
    customerName: `Customer ${customers[index % customers.length]}`,
    channel: ['EMAIL', 'CHAT', 'TICKET'][(index + seed) % 3],
    text: `${MOODS[(index * 7 + seed) % MOODS.length]} Order ${seed}-${index}.`,
  }));
  const { submitInteractions } = await client.queryOk(SUBMIT, { inputs });
  return submitInteractions.map(({ interaction }: { interaction: { id: string } }) => interaction.id);
}

const range = { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 86_400_000) };

const PAGE = `query($customerId: String, $after: String) {
  interactions(filter: { customerId: $customerId }, first: 100, after: $after) {
    pageInfo { endCursor hasNextPage }
    edges { node {
      id channel text language receivedAt sentiment { label score confidence }
      responses { id status text confidence flags review { id status priority reasons dueAt history { change at } } }
    } }
  }
}`;

export interface InteractionNode {
  id: string;
  sentiment: object | null;
  responses: { text: string; flags: string[] }[];
}

/** All interactions of a customer with what four services say about them. */
export async function nodesOf(client: TestClient, customerId: string): Promise<InteractionNode[]> {
  const nodes: InteractionNode[] = [];
  for (let after: string | null = null; ;) {
    const { interactions } = await client.queryOk(PAGE, { customerId, after });
    nodes.push(...interactions.edges.map(({ node }: { node: InteractionNode }) => node));
    if (!interactions.pageInfo.hasNextPage) return nodes;
    after = interactions.pageInfo.endCursor;
  }
}

/** The part of an interaction that a replay makes again as it was: ids and times of drafts are new, and review samples drafts by their ids. */
export const outcomeOf = ({ sentiment, responses }: InteractionNode): object => ({
  sentiment,
  responses: responses.map(({ text, flags }) => ({ text, flags })),
});

/**
 * What every projection says about one customer: interactions, analyses, drafts and review items, and the warehouse's figures. Undefined when there is
 * nothing of the customer.
 */
async function digestOf(client: TestClient, customerId: string): Promise<string | undefined> {
  const nodes = await nodesOf(client, customerId);
  if (nodes.length === 0) return undefined;
  const { sentimentTrend } = await client.queryOk(
    `query($range: TimeRangeInput!, $customerId: ID) { sentimentTrend(range: $range, interval: DAY, filter: { customerId: $customerId }) { count averageScore negative neutral positive } }`,
    { range, customerId },
  );
  // Sums of doubles depend on their order.
  const rounded = sentimentTrend.map((bucket: { averageScore: number | null }) => ({ ...bucket, averageScore: bucket.averageScore?.toFixed(9) }));
  return createHash('sha256')
    .update(JSON.stringify([nodes, rounded]))
    .digest('hex');
}

export async function digestsOf(client: TestClient, customers: readonly string[]): Promise<Record<string, string | undefined>> {
  const digests: Record<string, string | undefined> = {};
  for (const customer of customers) digests[customer] = await digestOf(client, customer);
  return digests;
}

/** The tenant's figures that do not move with the clock. */
export async function kpisOf(client: TestClient): Promise<object> {
  const { kpis } = await client.queryOk(
    `query($range: TimeRangeInput!) { kpis(range: $range) { interactions uniqueCustomers averageScore negativeShare automationRate openReviews } }`,
    { range },
  );
  return { ...kpis, averageScore: kpis.averageScore?.toFixed(9) };
}
