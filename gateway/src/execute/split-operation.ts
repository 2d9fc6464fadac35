import {
  type DirectiveNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { countsAs, fieldOf } from './collect-fields.ts';

/** What has to hold for an object, or for a field, so that a selection counts: the type that a fragment names, `@skip` and `@include`. */
export interface Guard {
  type: string | undefined;
  directives: readonly DirectiveNode[];
}

/** A deferred fragment. */
export interface DeferredPart {
  /** Its name in the plan, one for each place in the operation. */
  key: string;
  /** As the client called it. */
  label: string | undefined;
  /** The way to its object from the object of the part around it, field by field. */
  way: readonly { guards: readonly Guard[]; name: string; field: string }[];
  /** What has to hold for its object. */
  guards: readonly Guard[];
  /** What it asks for, without what is deferred within. */
  selectionSet: SelectionSetNode;
  parts: readonly DeferredPart[];
}

export interface SplitOperation {
  /** Every fragment written out, every `@defer` that holds by its key and without a condition: what the planner gets. */
  whole: OperationDefinitionNode;
  /** What is answered at once. */
  primary: OperationDefinitionNode;
  parts: readonly DeferredPart[];
}

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

type Labels = Map<string, string | undefined>;

/** Takes an operation without constant conditions apart at its deferred fragments. `isOn` gives the value of a variable that an `if` of `@defer` names. */
export function splitOperation(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  isOn: (variable: string) => boolean,
): SplitOperation {
  const labels: Labels = new Map();

  /** Fragments written out; `@defer` with keys, or gone. Introspection is answered as a whole. */
  function writeOut({ selections }: SelectionSetNode, type: GraphQLCompositeType, known: Labels | undefined): SelectionSetNode {
    return { kind: Kind.SELECTION_SET, selections: selections.flatMap((selection) => writeOne(selection, type, known)) };
  }

  function writeOne(selection: SelectionNode, type: GraphQLCompositeType, known: Labels | undefined): SelectionNode[] {
    if (selection.kind === Kind.FIELD) {
      const { name, selectionSet } = selection;
      if (!selectionSet) return [selection];
      const field = fieldOf(type, name.value);
      const below = field ? writeOut(selectionSet, getNamedType(field.type) as GraphQLCompositeType, known) : writeOut(selectionSet, type, undefined);
      return [{ ...selection, selectionSet: below }];
    }
    const { typeCondition, selectionSet } = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]! : selection;
    const defer = deferOf(selection);
    const deferred = known !== undefined && defer !== undefined && deferHolds(defer, isOn);
    return typesOf(typeCondition?.name.value ?? type.name, type, deferred).flatMap((on): InlineFragmentNode[] => {
      const inside = writeOut(selectionSet, on, known);
      if (inside.selections.length === 0) return [];
      const directives = (selection.directives ?? []).filter(({ name }) => name.value !== 'defer');
      if (deferred) {
        const key = `part${known.size}`;
        known.set(key, labelOf(defer));
        directives.push(keyed(key));
      }
      const named = on === type ? {} : { typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: on.name } } as const };
      return [{ kind: Kind.INLINE_FRAGMENT, ...named, directives, selectionSet: inside }];
    });
  }

  /**
   * What a type condition comes to. Where it is certain whether it is met, it says nothing; and one that narrows one abstract type by another is written as one
   * fragment a type where it is deferred: over both the planner fails when it makes parts.
   */
  function typesOf(condition: string, type: GraphQLCompositeType, deferred: boolean): readonly GraphQLCompositeType[] {
    if (condition === type.name) return [type];
    if (isObjectType(type)) return countsAs(schema, type, condition) ? [type] : [];
    const on = schema.getType(condition) as GraphQLCompositeType;
    if (!deferred || !isAbstractType(on)) return [on];
    return schema.getPossibleTypes(on).filter((one) => schema.isSubType(type, one));
  }

  const root = schema.getRootType(operation.operation)!;
  const whole = { ...operation, selectionSet: writeOut(operation.selectionSet, root, labels) };
  const { selectionSet, parts } = takeApart(whole.selectionSet, labels);
  return { whole, primary: { ...operation, selectionSet }, parts };
}

/** A selection without what is deferred in it, and that. */
function takeApart(set: SelectionSetNode, labels: Labels): { selectionSet: SelectionSetNode; parts: DeferredPart[] } {
  const parts: DeferredPart[] = [];

  function strip({ selections }: SelectionSetNode, way: DeferredPart['way'], guards: readonly Guard[]): SelectionSetNode {
    const kept: SelectionNode[] = [];
    for (const selection of selections) {
      const directives = (selection.directives ?? []).filter(({ name }) => name.value !== 'defer');
      if (selection.kind === Kind.FIELD) {
        const { selectionSet: below } = selection;
        const step = {
          guards: [...guards, { type: undefined, directives }],
          name: (selection.alias ?? selection.name).value,
          field: selection.name.value,
        };
        kept.push(below ? { ...selection, selectionSet: strip(below, [...way, step], []) } : selection);
        continue;
      }
      const fragment = selection as InlineFragmentNode; // spreads are written out
      const here = [...guards, { type: fragment.typeCondition?.name.value, directives }];
      const defer = deferOf(fragment);
      if (defer) {
        const key = labelOf(defer)!;
        parts.push({ key, label: labels.get(key), way, guards: here, ...takeApart(fragment.selectionSet, labels) });
      } else kept.push({ ...fragment, selectionSet: strip(fragment.selectionSet, way, here) });
    }
    return { kind: Kind.SELECTION_SET, selections: kept };
  }

  return { selectionSet: strip(set, [], []), parts };
}

const deferOf = ({ directives }: { directives?: readonly DirectiveNode[] }) => directives?.find(({ name }) => name.value === 'defer');

function argumentOf(directive: DirectiveNode, name: string) {
  return directive.arguments?.find((argument) => argument.name.value === name)?.value;
}

function labelOf(defer: DirectiveNode): string | undefined {
  const label = argumentOf(defer, 'label');
  return label?.kind === Kind.STRING ? label.value : undefined;
}

function deferHolds(defer: DirectiveNode, isOn: (variable: string) => boolean): boolean {
  const condition = argumentOf(defer, 'if');
  if (condition?.kind === Kind.VARIABLE) return isOn(condition.name.value);
  return condition?.kind !== Kind.BOOLEAN || condition.value;
}

const keyed = (key: string): DirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'defer' },
  arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'label' }, value: { kind: Kind.STRING, value: key } }],
});

/** The variables that an `if` of `@defer` names; undefined where nothing is deferred at all. */
export function deferConditions(operation: OperationDefinitionNode, fragments: Fragments): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const looked = new Set<string>();
  let any = false;

  function look({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      const defer = selection.kind === Kind.FIELD ? undefined : deferOf(selection);
      if (defer) {
        any = true;
        const condition = argumentOf(defer, 'if');
        if (condition?.kind === Kind.VARIABLE) names.add(condition.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD) {
        if (selection.selectionSet) look(selection.selectionSet);
      } else if (!looked.has(selection.name.value)) {
        looked.add(selection.name.value);
        look(fragments[selection.name.value]!.selectionSet);
      }
    }
  }

  look(operation.selectionSet);
  return any ? names : undefined;
}
