import {
  type CloudEvent,
  contractFields,
  type EventContract,
  responseGenerationComplete,
  reviewItemChanged,
  sentimentAnalysisComplete,
} from '@customerai/events';
import { ConfigError } from '@customerai/service';
import {
  type FieldDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isInputObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import { compileFilter, type Filter, isClaim } from './filter.ts';
import type { SlowPolicy } from './subscriber.ts';

type Root = (event: CloudEvent<any>) => Record<string, unknown>;

/** What an event answers of a field by itself: the keys and facts that the virtual subgraph's types hold. By event type. */
const ROOTS: readonly [EventContract<any>, Root][] = [
  [sentimentAnalysisComplete, ({ data }) => ({ id: data.analysisId })],
  [responseGenerationComplete, ({ data }) => ({ id: data.responseId })],
  [reviewItemChanged, ({ id, data }) => ({ id, change: data.change, at: data.at, item: { id: data.reviewItemId } })],
];

/** How events of one type become messages of one Subscription field. */
export interface Stream {
  field: string;
  contract: EventContract<any>;
  root: Root;
  /** Which events a subscriber wants; all when absent. */
  filter: Filter | undefined;
  slow: SlowPolicy;
}

/**
 * Subscription field to stream, as the graph's `@eventStream` and `@subscriptionFilter` say. Throws ConfigError when one of them names what is not
 * there: an event type, a fact of the event, an argument of the field, a claim.
 */
export function readStreams(supergraphSdl: string, schema: GraphQLSchema, buffered: number): ReadonlyMap<string, Stream> {
  const nodes = parse(supergraphSdl, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Subscription' ? (definition.fields ?? []) : [],
  );
  const fields = schema.getSubscriptionType()?.getFields() ?? {};
  return new Map(nodes.flatMap((node) => readStream(node, fields[node.name.value], buffered)).map((stream) => [stream.field, stream]));
}

function readStream(node: FieldDefinitionNode, field: GraphQLField<unknown, unknown> | undefined, buffered: number): Stream[] {
  const name = node.name.value;
  const given = argumentsOf(node, 'eventStream');
  if (!given || !field) return [];
  const { type, slow = 'buffer', buffer } = given;
  const known = ROOTS.find(([{ type: one }]) => one === type);
  if (!known) throw fault(name, `is fed from events of type "${String(type)}", which this gateway does not know. Add it to streams.ts`);
  if (slow !== 'buffer' && slow !== 'latest' && slow !== 'disconnect')
    throw fault(name, `says slow: "${String(slow)}"; it can be "buffer", "latest" or "disconnect"`);
  const [contract, root] = known;
  const filter = readFilter(node, field, contract);
  return [{ field: name, contract, root, filter, slow: { kind: slow, events: typeof buffer === 'number' ? buffer : buffered } }];
}

function readFilter(node: FieldDefinitionNode, field: GraphQLField<unknown, unknown>, contract: EventContract<any>): Filter | undefined {
  const where = argumentsOf(node, 'subscriptionFilter')?.['where'];
  if (where === undefined) return undefined;
  let filter: Filter;
  try {
    filter = compileFilter(String(where));
  } catch (error) {
    throw fault(field.name, `has a filter that ${(error as Error).message}`);
  }
  const facts = new Set(contractFields(contract).map(({ path }) => path));
  for (const fact of filter.facts)
    if (!facts.has(fact)) throw fault(field.name, `filters by the fact "${fact}", which events of type "${contract.type}" do not have`);
  for (const claim of filter.claims)
    if (!isClaim(claim)) throw fault(field.name, `filters by the claim "@${claim as string}"; there are @id, @kind, @tenant, @scopes`);
  for (const path of filter.args)
    if (!hasArgument(field, path.split('.'))) throw fault(field.name, `filters by "$${path}", and the field has no such argument`);
  return filter;
}

function hasArgument(field: GraphQLField<unknown, unknown>, [first, ...rest]: readonly string[]): boolean {
  let type = field.args.find(({ name }) => name === first)?.type;
  for (const name of rest) {
    const input = type && getNamedType(type);
    type = isInputObjectType(input) ? input.getFields()[name]?.type : undefined;
  }
  return type !== undefined;
}

function argumentsOf({ directives = [] }: FieldDefinitionNode, name: string): Record<string, unknown> | undefined {
  const directive = directives.find((one) => one.name.value === name);
  return directive && Object.fromEntries((directive.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]));
}

const fault = (field: string, what: string) => new ConfigError(`The subscription "${field}" ${what}.`);
