import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../config.ts';

/** Puts this version's graph and the operations of its clients into a folder, for another version to be compared with. */
export function exportGraph(folder: string): void {
  mkdirSync(folder, { recursive: true });
  cpSync(join(repositoryRoot, 'supergraph.graphql'), join(folder, 'supergraph.graphql'));
  cpSync(join(repositoryRoot, 'packages/sdk/operations'), join(folder, 'operations'), { recursive: true });
}
