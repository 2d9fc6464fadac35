import type { Service } from '@customerai/service';
import { ask, askOk, createTestParts, entity, newTenant, type TestParts, viewer } from '@customerai/testkit';
import mongoose, { type Connection } from 'mongoose';
import { startPrivacy } from '../src/index.ts';

export const SCOPES = ['privacy:read', 'privacy:write', 'privacy:admin', 'privacy:reveal', 'audit:read'];

/** The service on real embedded parts. One per test file; each test takes its own tenant by `story()`. */
export async function startStories() {
  const parts: TestParts = await createTestParts();
  const service: Service = await startPrivacy({}, parts);
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
    service,
    documents,
    story,
    stop: async () => {
      await documents.close();
      await service[Symbol.asyncDispose]();
      await parts[Symbol.asyncDispose]();
    },
  };
}
