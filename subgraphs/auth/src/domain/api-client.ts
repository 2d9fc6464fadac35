/** A program that asks on its own behalf. The hash of its secret stays in the store. */
export interface ApiClient {
  /** Also its `client_id`. */
  id: string;
  tenant: string;
  name: string;
  /** What its tokens may do at most. */
  scopes: string[];
  createdAt: Date;
  lastUsedAt?: Date;
}

/** Clients of one tenant: enough for every program, and a bound on a list without pages. */
export const MAX_CLIENTS = 200;

/**
 * The scopes of a token: all of the client's when none is asked for, else those asked for, which must be among the client's (RFC 6749, 3.3). Undefined when
 * they are not.
 */
export function grantedScopes(client: Pick<ApiClient, 'scopes'>, asked: string | undefined): string[] | undefined {
  const wanted = [...new Set((asked ?? '').split(' ').filter(Boolean))].toSorted();
  if (wanted.length === 0) return client.scopes;
  return wanted.every((scope) => client.scopes.includes(scope)) ? wanted : undefined;
}
