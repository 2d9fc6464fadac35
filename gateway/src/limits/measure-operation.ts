import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

export interface Measure {
  /** Levels of fields; `__schema` and `__type` count nothing, since graphql-js bounds them by itself. */
  depth: number;
  /** Fields with every fragment written out where it is spread. */
  selections: number;
}

/**
 * The size of a valid operation as the planner will meet it. Each fragment is measured once, so a document that doubles itself through
 * fragments costs no more to measure than to read. The document must be free of fragment cycles (validated).
 */
export function measureOperation(operation: OperationDefinitionNode, fragments: Readonly<Record<string, FragmentDefinitionNode>>): Measure {
  const known = new Map<string, Measure>();

  function measure(set: SelectionSetNode): Measure {
    let depth = 0;
    let selections = 0;
    for (const selection of set.selections) {
      let inner: Measure;
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet ? measure(selection.selectionSet) : { depth: 0, selections: 0 };
        const introspection = selection.name.value === '__schema' || selection.name.value === '__type';
        inner = { depth: introspection ? 0 : below.depth + 1, selections: below.selections + 1 };
      } else {
        inner = selection.kind === Kind.INLINE_FRAGMENT ? measure(selection.selectionSet) : fragment(selection.name.value);
      }
      depth = Math.max(depth, inner.depth);
      selections += inner.selections;
    }
    return { depth, selections };
  }

  function fragment(name: string): Measure {
    const before = known.get(name);
    if (before) return before;
    const measured = measure(fragments[name]!.selectionSet);
    known.set(name, measured);
    return measured;
  }

  return measure(operation.selectionSet);
}
