import type { TokenSource } from './auth.ts';
import type { Document } from './document.ts';
import { CustomerAIError, type GraphQLFault, toError } from './errors.ts';

export interface RequestOptions {
  signal?: AbortSignal;
}

export interface TransportOptions {
  url: string;
  tokens: TokenSource;
  fetch: typeof fetch;
  /** Further tries of a query that failed on the way. Mutations are never repeated. */
  retries: number;
}

export type Post = (operation: Pick<Document, 'kind' | 'text'>, variables: unknown, options?: RequestOptions) => Promise<unknown>;

const FIRST_WAIT_MS = 200;

/** POST /graphql: the token and its renewal, retries of queries with jittered waits, errors by code. Resolves with `data`. */
export function createPost({ url, tokens, fetch, retries }: TransportOptions): Post {
  async function once(text: string, variables: unknown, token: string | undefined, signal: AbortSignal | undefined): Promise<unknown> {
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    let response: Response;
    try {
      response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: text, variables }), signal: signal ?? null });
    } catch (cause) {
      if (signal?.aborted) throw new CustomerAIError('ABORTED', 'The call was given up by its signal.', { cause });
      throw new CustomerAIError('NETWORK_ERROR', `No answer from ${url}. Is the platform running, and reachable from here?`, { cause });
    }
    let answer: { data?: unknown; errors?: GraphQLFault[] };
    try {
      answer = (await response.json()) as typeof answer;
    } catch (cause) {
      throw new CustomerAIError('NETWORK_ERROR', `${url} answered ${response.status}, but not in JSON. Is it the platform's /graphql?`, { cause });
    }
    if (answer.errors?.length) throw toError(answer.errors, answer.data);
    return answer.data;
  }

  async function withToken(text: string, variables: unknown, signal: AbortSignal | undefined): Promise<unknown> {
    const token = await tokens.current();
    try {
      return await once(text, variables, token, signal);
    } catch (error) {
      if (!token || !(error instanceof CustomerAIError) || error.code !== 'UNAUTHENTICATED') throw error;
      const renewed = await tokens.renew(token);
      if (!renewed) throw error;
      return once(text, variables, renewed, signal);
    }
  }

  return async ({ kind, text }, variables, { signal } = {}) => {
    for (let attempt = 0; ; attempt++) {
      try {
        return await withToken(text, variables, signal);
      } catch (error) {
        const passing = error instanceof CustomerAIError && (error.code === 'NETWORK_ERROR' || error.code === 'SERVICE_UNAVAILABLE');
        if (!passing || kind !== 'query' || attempt >= retries) throw error;
        await wait(FIRST_WAIT_MS * 2 ** attempt * (0.5 + Math.random()), signal);
      }
    }
  };
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const aborted = () => {
      clearTimeout(timer);
      reject(new CustomerAIError('ABORTED', 'The call was given up by its signal.', { cause: signal?.reason }));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', aborted);
      resolve();
    }, milliseconds);
    if (signal?.aborted) aborted();
    else signal?.addEventListener('abort', aborted, { once: true });
  });
}
