/** MongoDB's error codes that this server answers with. */
const NAMES: Record<number, string> = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  14: 'TypeMismatch',
  17: 'ProtocolError',
  20: 'IllegalOperation',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  100: 'UnsatisfiableWriteConcern',
  123: 'NotAReplicaSet',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  197: 'InvalidIndexSpecificationOption',
  237: 'CursorKilled',
  238: 'NotImplemented',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
};

/** A failure with the code a MongoDB server would give; reaches the client as `{ok: 0, code, codeName, errmsg}`. */
export class CommandError extends Error {
  readonly code: number;
  readonly extra: Record<string, unknown>;

  /** @param extra further fields of the reply, such as `keyPattern` and `keyValue` of a duplicate key */
  constructor(code: number, message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
    this.extra = extra;
  }

  get codeName(): string {
    return NAMES[this.code] ?? `Location${this.code}`;
  }
}

/** The frame itself is broken: nothing after it can be trusted, so the connection closes. */
export class ProtocolError extends Error {}

export const badValue = (message: string) => new CommandError(2, message);
export const typeMismatch = (message: string) => new CommandError(14, message);
export const failedToParse = (message: string) => new CommandError(9, message);

/** Something MongoDB can do and this server cannot: refused, since ignoring it would change the answer. */
export const notImplemented = (what: string) =>
  new CommandError(238, `${what} is not supported by the embedded MongoDB; use a real MongoDB server (MONGO_URL) for it`);

/** Any thrown value as the fields of an error reply. */
export function describeError(error: unknown): { code: number; codeName: string; errmsg: string } & Record<string, unknown> {
  if (error instanceof CommandError) return { errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra };
  const name = (error as Error)?.constructor?.name;
  const errmsg = error instanceof Error ? error.message : String(error);
  if (name === 'MingoError') return { errmsg, code: 168, codeName: 'InvalidPipelineOperator' };
  if (name === 'BSONError') return { errmsg, code: 22, codeName: 'InvalidBSON' };
  return { errmsg: `internal error: ${errmsg}`, code: 1, codeName: 'InternalError' };
}
