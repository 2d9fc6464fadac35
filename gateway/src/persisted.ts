import { ConfigError } from '@customerai/service';
import type { RequestHandler } from 'express';
import { GraphQLError } from 'graphql';
import { readFileSync } from 'node:fs';
import { refuseAsGraphql } from './http/exchange.ts';
import { hashDocument } from './plan/operations.ts';

/** A GraphQL request as far as its document goes; `documentId` is `sha256:` and the hash of a document's text. */
interface Request {
  query?: unknown;
  documentId?: unknown;
  extensions?: unknown;
}

/** Operations that are known by their ids, as the appendix "Persisted Documents" of GraphQL over HTTP has them. */
export interface PersistedDocuments {
  /**
   * The request with its text: what it names by `documentId`, or by the hash of Apollo's persisted queries, is put in. Throws a GraphQLError for an id
   * that nobody knows, and for every text that is not persisted where only those may run.
   */
  resolve<R extends object>(request: R): R;
}

export function createPersistedDocuments(documents: ReadonlyMap<string, string>, only: boolean): PersistedDocuments {
  const texts = new Set(documents.values());

  function resolve(request: Request): Request {
    const { documentId, query, ...others } = request;
    const hasText = typeof query === 'string' && query !== ''; // graphql-ws sends an empty one where there is none
    if (documentId === undefined || documentId === null) {
      if (hasText) {
        if (only && !texts.has(query)) throw refusal('QUERY_NOT_IN_SAFELIST', NOT_PERSISTED);
        return request;
      }
      const { extensions } = others;
      const hash = (extensions as { persistedQuery?: { sha256Hash?: unknown } } | null | undefined)?.persistedQuery?.sha256Hash;
      const text = documents.get(`sha256:${String(hash)}`);
      return text === undefined ? request : { ...others, query: text };
    }
    if (hasText) throw refusal('BAD_REQUEST', 'Send "documentId" or "query", not both.');
    const text = documents.get(String(documentId));
    if (text === undefined)
      throw refusal('PERSISTED_QUERY_NOT_IN_LIST', `There is no persisted operation ${JSON.stringify(documentId).slice(0, 90)}.`);
    return { ...others, query: text };
  }
  return { resolve: resolve as PersistedDocuments['resolve'] };
}

const NOT_PERSISTED = 'Only persisted operations are run here. Send the "documentId" of one, or its very text.';
const refusal = (code: string, message: string) => new GraphQLError(message, { extensions: { code } });

/** `/graphql` over HTTP: puts the text in, in the body or in the address. Needs `readJson` before it. */
export function resolvePersisted(persisted: PersistedDocuments): RequestHandler {
  return (request, response, next) => {
    try {
      const { body } = request as { body: unknown };
      if (request.method === 'GET') {
        const [path, search] = request.url.split('?', 2);
        const asked = Object.fromEntries(new URLSearchParams(search));
        const found = persisted.resolve(asked);
        if (found !== asked) request.url = `${path}?${new URLSearchParams(found).toString()}`;
      } else if (typeof body === 'object' && body !== null && !Array.isArray(body)) request.body = persisted.resolve(body);
      next();
    } catch (error) {
      const { message, extensions } = error as GraphQLError;
      refuseAsGraphql(response, { status: 400, code: String(extensions['code']), message });
    }
  };
}

/** Reads manifests, as our code generator writes them (`{ "sha256:...": text }`) or Apollo's (`{ "operations": [{ "id", "body" }] }`). Throws `ConfigError`. */
export function readManifests(files: readonly string[]): ReadonlyMap<string, string> {
  const documents = new Map<string, string>();
  for (const file of files) {
    try {
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as { operations?: { id: string; body: string }[] };
      const entries = Array.isArray(manifest.operations)
        ? manifest.operations.map(({ id, body }) => [id, body] as const)
        : Object.entries(manifest as Record<string, string>);
      for (const [id, text] of entries) {
        const real = `sha256:${hashDocument(text)}`;
        if (id !== real && `sha256:${id}` !== real) throw new Error(`"${id}" is not the sha256 of its text.`);
        documents.set(real, text);
      }
    } catch (error) {
      throw new ConfigError(`The persisted operations of ${file} cannot be read (PERSISTED_DOCUMENTS): ${(error as Error).message}`, {
        cause: error,
      });
    }
  }
  return documents;
}
