export type { Auth, ClientCredentials, SessionTokens, TokenSource } from './auth.ts';
export { type Client, type ClientOptions, createClient } from './client.ts';
export type { Document } from './document.ts';
export { CustomerAIError, type ErrorCode, type GraphQLFault, isCode } from './errors.ts';
export { documents } from './generated/documents.ts';
export type * from './generated/types.ts';
export { paginate } from './paginate.ts';
export type { ConnectionState, StreamMessage, SubscribeOptions } from './subscriptions.ts';
export type { RequestOptions } from './transport.ts';
