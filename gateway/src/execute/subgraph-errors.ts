import { GraphQLError } from 'graphql';
import type { Path } from './targets.ts';

/** An error as a subgraph sent it. */
export interface SubgraphError {
  message?: string;
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
}

/** The same in the client's terms: at `path` of the answer, with the subgraph's name for the log. */
export function toGraphqlError({ message, extensions = {} }: SubgraphError, service: string, path: Path | undefined): GraphQLError {
  const { http: _, ...details } = extensions; // what Apollo Server would take for the status of the whole answer
  return new GraphQLError(message || `Error while fetching subquery from service "${service}"`, {
    ...(path ? { path } : {}),
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...details, serviceName: service },
  });
}

/** What a subgraph sent as errors; anything but a list of objects is a fault of the subgraph and becomes one error. */
export function readErrors(errors: unknown): readonly SubgraphError[] {
  if (errors === undefined || errors === null) return [];
  if (!Array.isArray(errors)) return [{ message: 'The service answered with errors that are no list.' }];
  return errors.map((error: unknown) => {
    if (typeof error !== 'object' || error === null) return { message: 'The service answered with an error that is no object.' };
    const { message, path, extensions } = error as SubgraphError;
    return {
      ...(typeof message === 'string' ? { message } : {}),
      ...(Array.isArray(path) ? { path } : {}),
      ...(typeof extensions === 'object' && extensions !== null ? { extensions } : {}),
    };
  });
}
