import type { DocumentNode } from 'graphql';
import { operationsOf } from './sdk-documents.ts';

/** Codegen plugin: the SDK's operations by their ids, for a gateway that runs no others. */
export const plugin = (_schema: unknown, files: readonly { document?: DocumentNode }[]): string =>
  JSON.stringify(Object.fromEntries(operationsOf(files).map(({ hash, text }) => [`sha256:${hash}`, text])), null, 2);
