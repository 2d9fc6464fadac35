import { ApolloLink, CombinedGraphQLErrors, HttpLink, ServerError } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import type { DocumentNode } from 'graphql';
import type { Client } from 'graphql-ws';

const UNKNOWN = 'PERSISTED_QUERY_NOT_IN_LIST';
const ID_LAST = /"query":("sha256:[0-9a-f]{64}")\}$/;

/** The id that the code generator gave the operation; while somebody works on the console its texts change under a running gateway, so there are none. */
const idOf = (document: DocumentNode): string | undefined =>
  import.meta.env.DEV ? undefined : (document as { __meta__?: { hash: string } }).__meta__?.hash;

/** HTTP, with the operation's id in place of its text. */
const byHttp = (options: HttpLink.Options): ApolloLink =>
  new HttpLink({
    ...options,
    print: (document, print) => idOf(document as DocumentNode) ?? print(document),
    fetch: (uri, init) => fetch(uri, { ...init, body: String(init?.body).replace(ID_LAST, '"documentId":$1}') }),
  });

/** A socket, with the operation's id in place of its text. */
const bySocket = (socket: Client): ApolloLink =>
  new ApolloLink((operation) => {
    const id = idOf(operation.query);
    if (id === undefined) return new GraphQLWsLink(socket).request(operation);
    const subscribe: Client['subscribe'] = (payload, sink) => {
      const named = { ...payload, query: '', documentId: id };
      return socket.subscribe(named, sink);
    };
    return new GraphQLWsLink({ ...socket, subscribe }).request(operation);
  });

/** A gateway of another version than this page may not know the id; then the text goes. */
const textWhereUnknown = new ErrorLink(({ error, operation, forward }) => {
  if (operation.getContext()['byText'] || !saysUnknown(error)) return undefined;
  operation.setContext({ byText: true });
  return forward(operation);
});

function saysUnknown(error: unknown): boolean {
  if (CombinedGraphQLErrors.is(error)) return error.errors.some(({ extensions }) => extensions?.['code'] === UNKNOWN);
  return ServerError.is(error) && error.bodyText.includes(UNKNOWN);
}

const wantsText = ({ getContext }: ApolloLink.Operation): boolean => getContext()['byText'] === true;

export const persistedHttp = (options: HttpLink.Options): ApolloLink => textWhereUnknown.split(wantsText, new HttpLink(options), byHttp(options));

export const persistedSocket = (socket: Client): ApolloLink => textWhereUnknown.split(wantsText, new GraphQLWsLink(socket), bySocket(socket));
