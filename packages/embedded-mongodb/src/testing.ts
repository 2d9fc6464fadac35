import { after, before, test, type TestContext } from 'node:test';
import mongoose from 'mongoose';
import { startEmbeddedMongodb } from './index.ts';

const { MongoClient } = mongoose.mongo;
export type Db = InstanceType<typeof MongoClient> extends { db: (name: string) => infer D } ? D : never;

/** A database of its own for a story, dropped afterwards. */
export type Story = (db: Db, t: TestContext) => Promise<void>;

const real = process.env['MONGO_URL'];
let stories = 0;

/**
 * Declares tests that hold for any MongoDB: each runs against the embedded server, and once more against a real one when MONGO_URL
 * names it.
 */
export function contract(name: string, declare: (story: (title: string, run: Story) => void) => void): void {
  for (const kind of ['embedded', 'real'] as const) {
    let client: InstanceType<typeof MongoClient>;
    let server: Awaited<ReturnType<typeof startEmbeddedMongodb>> | undefined;
    if (kind === 'embedded' || real) {
      before(async () => {
        server = kind === 'embedded' ? await startEmbeddedMongodb({ directory: undefined }) : undefined;
        client = await MongoClient.connect(server?.url ?? real!);
      });
      after(async () => {
        await client.close();
        await server?.[Symbol.asyncDispose]();
      });
    } else {
      test(`${name} (real MongoDB)`, (t) => t.skip('MONGO_URL not set: the same stories did not run against a real MongoDB'));
      return;
    }
    declare((title, run) =>
      test(`${name}: ${title} (${kind})`, async (t) => {
        const db = client.db(`story_${process.pid}_${++stories}`);
        try {
          await run(db as never, t);
        } finally {
          await db.dropDatabase();
        }
      }),
    );
  }
}

/** The error that a promise fails with. */
export async function failure(
  promise: Promise<unknown>,
): Promise<Error & { code?: number; keyPattern?: unknown; keyValue?: unknown; writeErrors?: { index: number; code: number }[] }> {
  return promise.then(
    () => {
      throw new Error('expected a failure, got a success');
    },
    (error: unknown) => error as never,
  );
}
