import { readFileSync } from 'node:fs';

/** The contract of this subgraph. */
export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
