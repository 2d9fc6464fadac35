import assert from 'node:assert/strict';

const TOKEN_FOR_MS = 120_000; // well below its life of five minutes
const SIGN_IN = 'mutation($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }';

export interface Person {
  email: string;
  password: string;
  /** Asks the platform, as this person. Throws what it refuses. */
  ask(query: string, variables?: object): Promise<any>;
}

/** Somebody who has signed in at the platform of this address. */
export async function toPerson(url: string, { email, password }: { email: string; password: string }): Promise<Person> {
  let signedIn = Number.NEGATIVE_INFINITY;
  let token: Promise<string>;
  const freshToken = () => {
    if (performance.now() - signedIn > TOKEN_FOR_MS) {
      signedIn = performance.now();
      token = ask(url, SIGN_IN, { email, password }).then(({ signIn: { accessToken } }) => accessToken as string);
    }
    return token;
  };
  await freshToken();
  return { email, password, ask: async (query, variables = {}) => ask(url, query, variables, await freshToken()) };
}

/** Asks with a token, or as nobody. Throws what the platform refuses. */
export async function ask(url: string, query: string, variables: object, token?: string): Promise<any> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: any; errors?: object[] };
  assert.ok(data && !errors, `${response.status} ${JSON.stringify(errors)}`);
  return data;
}
