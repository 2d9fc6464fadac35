import {
  analyticsAlertChanged,
  fairnessAuditChanged,
  modelTrainingChanged,
  privacyRequestUpdated,
  responseGenerationComplete,
  reviewItemChanged,
  sentimentAnalysisComplete,
} from '@customerai/events';
import { analyticsFigures, responseWriting } from '@customerai/service';
import { buildSchema, parse } from 'graphql';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compileFilter } from './filter.ts';
import { readStreams } from './streams.ts';

const viewer = { id: 'u1', kind: 'user', tenant: 't', scopes: ['a:read'] } as const;
const now = new Date('2026-03-02T09:00:00.000Z');
const check = (text: string, facts: object, args: Record<string, unknown> = {}, at = now) =>
  compileFilter(text).matches({ facts, args, viewer, now: at });

/** The filters as the graph has them, on one another's event. */
const sdl = readFileSync(new URL('events.graphql', import.meta.url), 'utf8');
const owners = 'type Query { trainingJob(id: ID!): TrainingJob }';
const plain = buildSchema(sdl.replace(/^extend schema[\s\S]*?(?=""")/m, '') + owners, { assumeValid: true });
const streams = readStreams(sdl, plain, 16, () => plain);
const open = { status: 'OPEN', priority: 'HIGH', reasons: ['pii', 'negative_sentiment'], dueAt: '2026-03-02T09:00:00Z' };
const claimed = { ...open, status: 'CLAIMED', assigneeId: 'u1' };
const early = new Date('2026-03-02T08:59:59.999Z');
const late = new Date('2026-03-02T09:00:00.001Z');

test('each stream has the contract, the filter and the policy that the graph gives it', () => {
  assert.deepEqual(
    [...streams].map(([name, stream]) => [
      name,
      stream.kind === 'log' ? stream.contract.type : stream.topic.name,
      stream.slow.kind,
      stream.slow.events,
    ]),
    [
      ['sentimentAnalyzed', sentimentAnalysisComplete.type, 'buffer', 16],
      ['responseGenerated', responseGenerationComplete.type, 'buffer', 16],
      ['reviewQueueUpdated', reviewItemChanged.type, 'buffer', 16],
      ['responseStream', responseWriting.name, 'buffer', 1024],
      ['fairnessAuditUpdated', fairnessAuditChanged.type, 'buffer', 16],
      ['privacyRequestUpdated', privacyRequestUpdated.type, 'buffer', 16],
      ['trainingProgress', modelTrainingChanged.type, 'buffer', 16],
      ['kpisUpdated', analyticsFigures.name, 'latest', 16],
      ['alertRaised', analyticsAlertChanged.type, 'buffer', 16],
    ],
  );
  const writing = streams.get('responseStream')!;
  assert.deepEqual(writing.kind === 'topic' && writing.about('acme', { interactionId: 'i1' }), ['acme', 'i1']);
  const audits = streams.get('fairnessAuditUpdated')!;
  assert.ok(audits.kind === 'log');
  assert.deepEqual([audits.first!({ id: 'f1' }), audits.first!({ id: null }), audits.first!({})], [{ id: 'f1' }, undefined, undefined]);
});

const analysis = { channel: 'EMAIL', customerId: 'c1', sentiment: { label: 'NEGATIVE', score: -0.6, confidence: 0.9 } };
const draft = { interactionId: 'i1', status: 'DRAFT', confidence: 0.4 };
const cases: [field: string, facts: object, filter: unknown, at: Date, expected: boolean][] = [
  ...(
    [
      [undefined, true],
      [null, true],
      [{}, true],
      [{ label: null, channel: null, customerId: null, maxScore: null }, true],
      [{ label: [] }, false],
      [{ label: ['NEGATIVE'] }, true],
      [{ label: ['POSITIVE', 'NEUTRAL'] }, false],
      [{ channel: ['EMAIL', 'CHAT'] }, true],
      [{ channel: ['CHAT'] }, false],
      [{ customerId: 'c1' }, true],
      [{ customerId: 'c2' }, false],
      [{ maxScore: -0.6 }, true],
      [{ maxScore: -0.61 }, false],
      [{ maxScore: 0 }, true],
      [{ label: ['NEGATIVE'], customerId: 'c2' }, false],
    ] as const
  ).map(([filter, expected]) => ['sentimentAnalyzed', analysis, filter, now, expected] as [string, object, unknown, Date, boolean]),
  ['responseGenerated', draft, {}, now, true],
  ['responseGenerated', draft, { interactionId: 'i2' }, now, false],
  ['responseGenerated', draft, { status: ['DRAFT', 'FAILED'] }, now, true],
  ['responseGenerated', draft, { maxConfidence: 0.39 }, now, false],
  ['responseGenerated', draft, { status: ['DRAFT'], maxConfidence: 0.1 }, now, false],
  ['reviewQueueUpdated', { after: open }, undefined, early, true],
  ['reviewQueueUpdated', { before: open, after: claimed }, { status: ['OPEN'] }, early, true],
  ['reviewQueueUpdated', { before: open, after: claimed }, { status: ['CLAIMED'] }, early, true],
  ['reviewQueueUpdated', { before: open, after: claimed }, { status: ['APPROVED'] }, early, false],
  ['reviewQueueUpdated', { after: claimed }, { status: ['OPEN'] }, early, false],
  ['reviewQueueUpdated', { before: open, after: claimed }, { status: ['OPEN'], assigneeId: 'u1' }, early, false],
  ['reviewQueueUpdated', { before: claimed, after: open }, { assigneeId: 'u1' }, early, true],
  ['reviewQueueUpdated', { before: claimed, after: open }, { assigneeId: 'u2' }, early, false],
  ['reviewQueueUpdated', { after: open }, { priority: ['LOW', 'URGENT'] }, early, false],
  ['reviewQueueUpdated', { after: open }, { reason: ['sample', 'pii'] }, early, true],
  ['reviewQueueUpdated', { after: open }, { reason: ['sample'] }, early, false],
  ['reviewQueueUpdated', { after: open }, { overdue: true }, early, false],
  ['reviewQueueUpdated', { after: open }, { overdue: false }, early, true],
  ['reviewQueueUpdated', { after: open }, { overdue: true }, late, true],
  ['reviewQueueUpdated', { after: open }, { overdue: false }, late, false],
  ['reviewQueueUpdated', { after: { ...open, status: 'APPROVED' } }, { overdue: true }, late, false],
  ['reviewQueueUpdated', { before: open, after: { ...open, status: 'APPROVED' } }, { overdue: true }, late, true],
];

test("the platform's own filters", () => {
  for (const [field, facts, filter, at, expected] of cases) {
    const found = streams.get(field)!.filter!.matches({ facts, args: { filter }, viewer, now: at });
    assert.equal(found, expected, `${field} ${JSON.stringify([filter, facts])}`);
  }
});

test('conditions on facts, values and claims', () => {
  const facts = { n: 3, text: 'a b', list: ['x', 'y'], by: 'u1', none: null };
  for (const [text, expected] of [
    ['n = 3', true],
    ['n != 3', false],
    ['n > 2 and n < 4', true],
    ['n >= 4 or n <= -1.5', false],
    ["text = 'a b'", true],
    ["list in ['q', 'y']", true],
    ["list = 'z'", false],
    ["not list = 'z'", true],
    ['by = @id', true],
    ["@scopes = 'a:read'", true],
    ["@scopes in ['b:read']", false],
    ['missing = 1', false],
    ['none = 1', false],
    ['not (n = 3 and by = @id)', false],
    ['(n = 3) = true', true],
    ['constructor = 1', false],
  ] as const)
    assert.equal(check(text, facts), expected, text);
});

test('what compares with an argument that was not given drops out, also under "not" and "or"', () => {
  const facts = { a: 1 };
  for (const [text, args, expected] of [
    ['not a = $x', {}, true],
    ['not a = $x', { x: 1 }, false],
    ['a = 2 or a = $x', {}, false],
    ['a = 1 or a = $x', { x: 5 }, true],
    ['a = $x.y.z', { x: null }, true],
    ['(a = 1) = $x', { x: false }, false],
    ['a in $x', { x: [] }, false],
  ] as const)
    assert.equal(check(text, facts, args), expected, `${text} ${JSON.stringify(args)}`);
});

test('a filter that is wrong says where', () => {
  for (const [text, message] of [
    ['', /at its end/],
    ['a', /expected a comparison/],
    ['a = ', /at its end/],
    ['a = 1 b', /at 5, found "b"/],
    ['(a = 1', /expected "\)"/],
    ['some (a = 1)', /the name of a fact/],
    ['a = #', /cannot be read at 3/],
    ["a = 'open", /cannot be read/],
  ] as const)
    assert.throws(() => compileFilter(text), { name: 'FilterSyntaxError', message });
});

test('a graph that filters by what is not there does not start', () => {
  const graph = (directives: string) => `type Query { a: Int } type Subscription { s(filter: F): Int ${directives} } input F { label: String }`;
  const read = (directives: string) => {
    parse(graph(directives));
    return readStreams(graph(directives), buildSchema(graph(directives), { assumeValid: true, assumeValidSDL: true }), 1);
  };
  const stream = '@eventStream(type: "sentiment.analysis.complete"';
  assert.equal(read(`${stream}, slow: "latest", buffer: 3)`).get('s')!.slow.kind, 'latest');
  for (const [directives, message] of [
    ['@eventStream(type: "nothing.new")', /events of type "nothing.new"/],
    ['@eventStream(slow: "latest")', /either a type or a subject/],
    ['@eventStream(type: "sentiment.analysis.complete", subject: "response.writing")', /either a type or a subject/],
    ['@eventStream(subject: "nothing.$filter")', /the topic "nothing"/],
    ['@eventStream(subject: "response.writing.$filter")', /no argument "filter" that must be given/],
    [`${stream}) @hydrate(from: "$id")`, /first value from "\$id"/],
    [`${stream}) @hydrate(from: "fixed", by: "a")`, /first value by "a", and there is no Query field/],
    [`${stream}, ends: "mood = 1")`, /the fact "mood"/],
    [`${stream}, ends: "channel = $filter.label")`, /ends by what is not a fact/],
    [`${stream}, slow: "never")`, /"buffer", "latest" or "disconnect"/],
    [`${stream}) @subscriptionFilter(where: "mood = 1")`, /the fact "mood"/],
    [`${stream}) @subscriptionFilter(where: "channel = $filter.nothing")`, /"\$filter.nothing"/],
    [`${stream}) @subscriptionFilter(where: "channel = @shoe")`, /claim "@shoe"/],
    [`${stream}) @subscriptionFilter(where: "channel =")`, /a filter that expected/],
  ] as const)
    assert.throws(() => read(directives), message);
});
