import {
  analyticsAlertChanged,
  type CloudEvent,
  contractFields,
  type EventContract,
  fairnessAuditChanged,
  modelTrainingChanged,
  privacyRequestUpdated,
  responseGenerationComplete,
  reviewItemChanged,
  sentimentAnalysisComplete,
} from '@customerai/events';
import { type About, analyticsFigures, ConfigError, responseWriting, type Topic } from '@customerai/service';
import {
  type FieldDefinitionNode,
  getNamedType,
  type GraphQLField,
  type GraphQLSchema,
  isInputObjectType,
  isLeafType,
  isNonNullType,
  isObjectType,
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
  [fairnessAuditChanged, ({ data }) => ({ id: data.auditId })],
  [analyticsAlertChanged, ({ id, data: { ruleId, value, at, resolved } }) => ({ id, rule: { id: ruleId }, value, at, resolved })],
  [privacyRequestUpdated, ({ data }) => ({ id: data.requestId })],
  [modelTrainingChanged, ({ data: { jobId, status, progress, epoch, metrics = null } }) => ({ id: jobId, status, progress, epoch, metrics })],
];

/** The same for what services tell on a topic, which nobody keeps. */
const TOPICS: readonly [Topic<any>, Root][] = [
  [analyticsFigures, () => ({ id: 'today' })],
  [responseWriting, ({ data: { responseId, ...piece } }) => ({ ...piece, response: responseId === undefined ? null : { id: responseId } })],
];

/** How one Subscription field gets its messages. */
interface Fed {
  field: string;
  root: Root;
  /** Which events a subscriber wants; all when absent. */
  filter: Filter | undefined;
  slow: SlowPolicy;
  /** What the field's arguments say of its first value, which comes before any event; undefined when they do not say. Absent: there is none. */
  first?: (args: Record<string, unknown>) => Record<string, unknown> | undefined;
  /** What is asked for the first value where the key alone does not make it: a query of one field, with the key as its variable. */
  lookup?: Lookup;
  /** Whether the stream is over with these facts, of an event or a first value. Absent: it never is. */
  ends?: (facts: object) => boolean;
}

export interface Lookup {
  field: string;
  query: string;
}

/** From the event log. */
export interface LogStream extends Fed {
  kind: 'log';
  contract: EventContract<any>;
}

/** From a topic. */
export interface TopicStream extends Fed {
  kind: 'topic';
  topic: Topic<any>;
  about(tenant: string, args: Record<string, unknown>): About;
}

export type Stream = LogStream | TopicStream;

/**
 * Subscription field to stream, as the graph's `@eventStream`, `@subscriptionFilter` and `@hydrate` say. Throws ConfigError when one of them names what
 * is not there: an event type, a topic, a fact of the event, an argument of the field, a claim.
 */
export function readStreams(
  supergraphSdl: string,
  schema: GraphQLSchema,
  buffered: number,
  virtual?: () => GraphQLSchema,
): ReadonlyMap<string, Stream> {
  const nodes = parse(supergraphSdl, { noLocation: true }).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === 'Subscription' ? (definition.fields ?? []) : [],
  );
  const fields = schema.getSubscriptionType()?.getFields() ?? {};
  const lookup: MakeLookup = (field, by, key) => makeLookup(field, by, key, schema.getQueryType()?.getFields()[by], virtual?.());
  return new Map(nodes.flatMap((node) => readStream(node, fields[node.name.value], buffered, lookup)).map((stream) => [stream.field, stream]));
}

type MakeLookup = (field: GraphQLField<unknown, unknown>, by: string, key: string) => Lookup;

function readStream(node: FieldDefinitionNode, field: GraphQLField<unknown, unknown> | undefined, buffered: number, lookup: MakeLookup): Stream[] {
  const name = node.name.value;
  const given = argumentsOf(node, 'eventStream');
  if (!given || !field) return [];
  const { type, subject, slow = 'buffer', buffer, ends } = given;
  if (slow !== 'buffer' && slow !== 'latest' && slow !== 'disconnect')
    throw fault(name, `says slow: "${String(slow)}"; it can be "buffer", "latest" or "disconnect"`);
  if ((type === undefined) === (subject === undefined)) throw fault(name, 'needs either a type or a subject in @eventStream');
  const policy: SlowPolicy = { kind: slow, events: typeof buffer === 'number' ? buffer : buffered };
  if (subject !== undefined) return [readTopic(node, field, String(subject), policy, lookup)];

  const known = ROOTS.find(([{ type: one }]) => one === type);
  if (!known) throw fault(name, `is fed from events of type "${String(type)}", which this gateway does not know. Add it to streams.ts`);
  const [contract, root] = known;
  const filter = readFilter(node, field, contract, 'subscriptionFilter', 'where');
  const last = ends === undefined ? undefined : readFilter(node, field, contract, 'eventStream', 'ends');
  if (last && last.args.length + last.claims.length > 0) throw fault(name, 'ends by what is not a fact of the event');
  return [
    {
      kind: 'log',
      field: name,
      contract,
      root,
      filter,
      slow: policy,
      ...readFirst(node, field, lookup),
      ...(last ? { ends: (facts: object) => last.matches({ facts, args: {}, viewer: NOBODY, now: new Date(0) }) } : {}),
    },
  ];
}

const NOBODY = { id: '', kind: 'service', tenant: '', scopes: [] } as const;

/** `response.writing.$interactionId`: a topic's name, then the arguments that say what it is about. */
function readTopic(
  node: FieldDefinitionNode,
  field: GraphQLField<unknown, unknown>,
  subject: string,
  slow: SlowPolicy,
  lookup: MakeLookup,
): TopicStream {
  const [name = '', ...parts] = subject.split('.$');
  const known = TOPICS.find(([topic]) => topic.name === name);
  if (!known) throw fault(field.name, `is fed from the topic "${name}", which this gateway does not know. Add it to streams.ts`);
  for (const part of parts)
    if (!isNonNullType(field.args.find((one) => one.name === part)?.type))
      throw fault(field.name, `is fed from "${subject}", and the field has no argument "${part}" that must be given`);
  const [topic, root] = known;
  const filter = readFilter(node, field, { type: topic.name, schema: topic.message }, 'subscriptionFilter', 'where');
  return {
    kind: 'topic',
    field: field.name,
    topic,
    root,
    filter,
    slow,
    about: (tenant, args) => [tenant, ...parts.map((part) => String(args[part]))],
    ...readFirst(node, field, lookup),
  };
}

function readFirst(node: FieldDefinitionNode, field: GraphQLField<unknown, unknown>, makeLookup: MakeLookup): Pick<Fed, 'first' | 'lookup'> {
  const given = argumentsOf(node, 'hydrate');
  if (!given) return {};
  const { key = 'id', from = '$id', by } = given as Record<string, string | undefined>;
  const lookup = by === undefined ? {} : { lookup: makeLookup(field, by, key) };
  if (!from.startsWith('$')) return { first: () => ({ [key]: from }), ...lookup };
  const path = from.slice(1).split('.');
  if (!hasArgument(field, path)) throw fault(field.name, `takes its first value from "${from}", and the field has no such argument`);
  const first: Fed['first'] = (args) => {
    const value = path.reduce<unknown>((scope, name) => (scope as Record<string, unknown> | null | undefined)?.[name], args);
    return value === undefined || value === null ? undefined : { [key]: value };
  };
  return { first, ...lookup };
}

/** Asks for what the virtual subgraph's type holds, and so events tell: everything else comes by the plan, as it does after an event. */
function makeLookup(
  field: GraphQLField<unknown, unknown>,
  by: string,
  key: string,
  found: GraphQLField<unknown, unknown> | undefined,
  virtual: GraphQLSchema | undefined,
): Lookup {
  const type = getNamedType(field.type).name;
  const argument = found?.args.find(({ name }) => name === key);
  const held = virtual?.getType(type);
  if (!argument || getNamedType(found!.type).name !== type || !isObjectType(held))
    throw fault(
      field.name,
      `takes its first value by "${by}", and there is no Query field of that name with the argument "${key}" that answers a ${type}`,
    );
  const names = Object.values(held.getFields()).flatMap(({ name, type: of }) => (isLeafType(getNamedType(of)) ? [name] : []));
  return { field: by, query: `query ($key: ${String(argument.type)}) { ${by}(${key}: $key) { ${names.join(' ')} } }` };
}

function readFilter(
  node: FieldDefinitionNode,
  field: GraphQLField<unknown, unknown>,
  contract: Pick<EventContract<any>, 'type' | 'schema'>,
  directive: string,
  argument: string,
): Filter | undefined {
  const where = argumentsOf(node, directive)?.[argument];
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
