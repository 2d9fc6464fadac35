import { type CustomerRecords, type Service, serveCustomerData, unavailable } from '@customerai/service';
import { ask, askOk, createTestParts, entity, newTenant, type TestParts, viewer } from '@customerai/testkit';
import mongoose, { type Connection } from 'mongoose';
import { startPrivacy } from '../src/index.ts';
import { SERVICES } from '../src/domain/request.ts';

export const SCOPES = ['privacy:read', 'privacy:write', 'privacy:admin', 'privacy:reveal', 'audit:read'];

/** The neighbours, each with records of customers that a test puts there; they can be told to fail, or to wait. */
async function serveNeighbours(parts: TestParts) {
  const fake = {
    records: new Map<string, { id: string; data: Record<string, unknown> }[]>(),
    failing: new Set<string>(),
    held: new Map<string, Promise<void>>(),
    asked: [] as string[],
    put: (service: string, tenant: string, customerId: string, data: Record<string, unknown>) => {
      const key = `${service}/${tenant}/${customerId}`;
      fake.records.set(key, [...(fake.records.get(key) ?? []), { id: parts.newId(), data }]);
    },
    left: (service: string, tenant: string, customerId: string) => fake.records.get(`${service}/${tenant}/${customerId}`)?.length ?? 0,
  };
  for (const service of SERVICES.filter((name) => name !== 'privacy')) {
    const answer = async () => {
      fake.asked.push(service);
      await fake.held.get(service);
      if (fake.failing.has(service)) throw unavailable(`The ${service} service`);
    };
    const notes: CustomerRecords = {
      kind: 'note',
      read: async (tenant, customerId, { after = '', first }) => {
        if (after === '') await answer();
        return (fake.records.get(`${service}/${tenant}/${customerId}`) ?? []).filter(({ id }) => id > after).slice(0, first);
      },
    };
    await serveCustomerData(parts.rpc, service, {
      erase: async ({ tenant, customerId, before }) => {
        await answer();
        const key = `${service}/${tenant}/${customerId}`;
        const [all, stays] = [fake.records.get(key) ?? [], (fake.records.get(key) ?? []).filter(({ id }) => id >= before)];
        fake.records.set(key, stays);
        return all.length - stays.length;
      },
      records: [notes],
    });
  }
  return fake;
}

/** The service on real embedded parts. One per test file; each test takes its own tenant by `story()`. */
export async function startStories() {
  const parts: TestParts = await createTestParts();
  const neighbours = await serveNeighbours(parts);
  let service: Service = await startPrivacy({}, parts);
  /** The service's documents past the service: what somebody could do who has the database. */
  const documents: Connection = mongoose.createConnection(parts.mongoUrl, { dbName: 'privacy' });
  await documents.asPromise();

  const story = (tenant = newTenant(), scopes = SCOPES) => {
    const asker = viewer(tenant, scopes, 'user-1');
    return {
      tenant,
      asker,
      ask: (query: string, variables: Record<string, unknown> = {}) => ask(service.subgraph, query, variables, asker),
      askOk: (query: string, variables: Record<string, unknown> = {}) => askOk(service.subgraph, query, variables, asker),
      customer: (id: string, fields: string) => entity(service.subgraph, { __typename: 'Customer', id }, fields, asker),
      consent: async (input: object) =>
        (
          await askOk(
            service.subgraph,
            'mutation($input: ConsentInput!) { recordConsent(input: $input) { purpose granted source at } }',
            { input: { customerId: 'c-1', purpose: 'training', granted: true, ...input } },
            asker,
          )
        ).recordConsent,
    };
  };

  return {
    parts,
    neighbours,
    service: () => service,
    /** Ends the service and starts it anew on what it has kept. */
    restart: async () => {
      await service[Symbol.asyncDispose]();
      service = await startPrivacy({}, parts);
    },
    documents,
    story,
    stop: async () => {
      await documents.close();
      await service[Symbol.asyncDispose]();
      await parts[Symbol.asyncDispose]();
    },
  };
}
