import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  stripIgnoredCharacters,
  visit,
} from 'graphql';
import { createHash } from 'node:crypto';

type Files = readonly { document?: DocumentNode }[];

/** Each operation of the SDK's documents with its fragments as one text, and the sha256 of that. */
export function operationsOf(files: Files): { operation: OperationDefinitionNode; text: string; hash: string }[] {
  const definitions: readonly DefinitionNode[] = files.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = new Map(definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]));
  return definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .toSorted((a, b) => (a.name!.value < b.name!.value ? -1 : 1))
    .map((operation) => {
      const text = stripIgnoredCharacters([operation, ...usedFragments(operation, fragments)].map((node) => print(node)).join('\n'));
      return { operation, text, hash: createHash('sha256').update(text).digest('hex') };
    });
}

/**
 * Codegen plugin: every operation as a string with its fragments, its root field and its sha256, typed by the neighbours' types. Strings, because a client then needs no
 * graphql at run time.
 */
export const plugin = (_schema: unknown, files: Files): string => {
  const entries = operationsOf(files).map(({ operation, text, hash }) => {
    const name = operation.name!.value;
    const [root] = operation.selectionSet.selections;
    if (root?.kind !== Kind.FIELD || operation.selectionSet.selections.length > 1) throw new Error(`${name} must select one root field.`);
    const kind = operation.operation[0]!.toUpperCase() + operation.operation.slice(1);
    return `  ${root.name.value}: document<'${operation.operation}', types.${name}${kind}, types.${name}${kind}Variables>('${operation.operation}', '${name}', ${JSON.stringify(text)}, '${hash}'),`;
  });
  return [
    "import { document } from '../document.ts';",
    "import type * as types from './types.ts';",
    '',
    'export const documents = {',
    ...entries,
    '} as const;',
    '',
  ].join('\n');
};

function usedFragments(
  node: OperationDefinitionNode | FragmentDefinitionNode,
  all: Map<string, FragmentDefinitionNode>,
  found = new Set<FragmentDefinitionNode>(),
): Set<FragmentDefinitionNode> {
  visit(node, {
    FragmentSpread: ({ name }) => {
      const fragment = all.get(name.value);
      if (!fragment) throw new Error(`There is no fragment ${name.value}.`);
      if (!found.has(fragment)) usedFragments(fragment, all, found.add(fragment));
    },
  });
  return found;
}
