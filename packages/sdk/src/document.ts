/** One operation as text, with the types of its answer and its variables. */
export interface Document<Kind extends OperationKind = OperationKind, Data = unknown, Variables = unknown> {
  readonly kind: Kind;
  readonly name: string;
  readonly text: string;
  /** sha256 of `text` in hex: the id of the operation in a persisted-operation manifest. */
  readonly hash: string;
  /** Only for the types; never set. */
  readonly types?: { data: Data; variables: Variables };
}

export type OperationKind = 'query' | 'mutation' | 'subscription';

export const document = <Kind extends OperationKind, Data, Variables>(
  kind: Kind,
  name: string,
  text: string,
  hash: string,
): Document<Kind, Data, Variables> => ({
  kind,
  name,
  text,
  hash,
});
