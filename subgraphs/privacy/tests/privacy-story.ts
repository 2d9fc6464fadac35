import {
  type CustomerRecords,
  type Expired,
  type Expiring,
  type RetainedData,
  reviewHeld,
  type Service,
  serveCustomerData,
  unavailable,
} from '@customerai/service';
import { ask, askOk, createTestParts, entity, newTenant, type TestParts, viewer } from '@customerai/testkit';
import mongoose, { type Connection } from 'mongoose';
import { startPrivacy } from '../src/index.ts';
import { SERVICES } from '../src/domain/request.ts';

export const SCOPES = ['privacy:read', 'privacy:write', 'privacy:admin', 'privacy:reveal', 'audit:read'];

const KEPT: Partial<Record<string, RetainedData>> = {
  sentiment: 'interactions',
  ai: 'interactions',
  generation: 'drafts',
  review: 'reviews',
  analytics: 'analytics',
};

/** The neighbours, each with records of customers that a test puts there; they can be told to fail, or to wait. */
async function serveNeighbours(parts: TestParts) {
  const fake = {
    records: new Map<string, { id: string; data: Record<string, unknown> }[]>(),
    failing: new Set<string>(),
    held: new Map<string, Promise<void>>(),
    asked: [] as string[],
    /** Ids of messages that somebody reviews, by tenant. */
    leased: new Map<string, string[]>(),
    put: (service: string, tenant: string, customerId: string, data: Record<string, unknown>) => {
      const key = `${service}/${tenant}/${customerId}`;
      fake.records.set(key, [...(fake.records.get(key) ?? []), { id: parts.newId(), data }]);
    },
    left: (service: string, tenant: string, customerId: string) => fake.records.get(`${service}/${tenant}/${customerId}`)?.length ?? 0,
  };
  await parts.rpc.serve(reviewHeld, async ({ tenant }) => ({ interactionIds: fake.leased.get(tenant) ?? [] }));
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
      ...(KEPT[service] ? { expiring: expiring(service, KEPT[service], answer) } : {}),
    });
  }
  return fake;

  /** Of all customers of the tenant. */
  function expiring(service: string, data: RetainedData, answer: () => Promise<void>): Expiring {
    const tooOld = ({ tenant, before, held }: Expired) =>
      [...fake.records].flatMap(([key, records]) =>
        key.startsWith(`${service}/${tenant}/`) ? records.filter(({ id }) => id < before && !held.includes(id)).map(({ id }) => ({ key, id })) : [],
      );
    return {
      data,
      count: async (which) => {
        await answer();
        return tooOld(which).length;
      },
      remove: async (which, first) => {
        const found = tooOld(which).slice(0, first);
        for (const { key, id } of found)
          fake.records.set(
            key,
            fake.records.get(key)!.filter((record) => record.id !== id),
          );
        await answer(); // after it: a service may fail with the work half done
        return { removed: found.length };
      },
    };
  }
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
