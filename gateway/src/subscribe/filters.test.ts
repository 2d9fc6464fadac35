import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesResponse, matchesReview, matchesSentiment, type ResponseFacts, type ReviewChange, type SentimentFacts } from './filters.ts';

const analysis = { channel: 'EMAIL', customerId: 'c1', sentiment: { label: 'NEGATIVE', score: -0.6, confidence: 0.9 } } as SentimentFacts;
const draft = { interactionId: 'i1', status: 'DRAFT', confidence: 0.4 } as ResponseFacts;
const open: ReviewChange['after'] = { status: 'OPEN', priority: 'HIGH', reasons: ['pii', 'negative_sentiment'], dueAt: '2026-03-02T09:00:00.000Z' };
const claimed: ReviewChange['after'] = { ...open, status: 'CLAIMED', assigneeId: 'u1' };
const early = new Date('2026-03-02T08:59:59.999Z');
const late = new Date('2026-03-02T09:00:00.001Z');

test('a sentiment filter', () => {
  const table: [Parameters<typeof matchesSentiment>[0], boolean][] = [
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
  ];
  for (const [filter, expected] of table) assert.equal(matchesSentiment(filter, analysis), expected, JSON.stringify(filter));
});

test('a response filter', () => {
  const table: [Parameters<typeof matchesResponse>[0], boolean][] = [
    [undefined, true],
    [{}, true],
    [{ interactionId: 'i1' }, true],
    [{ interactionId: 'i2' }, false],
    [{ status: ['DRAFT', 'FAILED'] }, true],
    [{ status: ['APPROVED'] }, false],
    [{ maxConfidence: 0.4 }, true],
    [{ maxConfidence: 0.39 }, false],
    [{ status: ['DRAFT'], maxConfidence: 0.1 }, false],
  ];
  for (const [filter, expected] of table) assert.equal(matchesResponse(filter, draft), expected, JSON.stringify(filter));
});

test('a review filter matches the item before or after its change', () => {
  const table: [Parameters<typeof matchesReview>[0], Pick<ReviewChange, 'before' | 'after'>, Date, boolean][] = [
    [undefined, { after: open }, early, true],
    [{}, { after: open }, early, true],
    [{ status: ['OPEN'] }, { before: open, after: claimed }, early, true],
    [{ status: ['CLAIMED'] }, { before: open, after: claimed }, early, true],
    [{ status: ['APPROVED'] }, { before: open, after: claimed }, early, false],
    [{ status: ['OPEN'] }, { after: claimed }, early, false],
    [{ status: ['OPEN'], assigneeId: 'u1' }, { before: open, after: claimed }, early, false],
    [{ assigneeId: 'u1' }, { before: claimed, after: open }, early, true],
    [{ assigneeId: 'u2' }, { before: claimed, after: open }, early, false],
    [{ priority: ['HIGH'] }, { after: open }, early, true],
    [{ priority: ['LOW', 'URGENT'] }, { after: open }, early, false],
    [{ reason: ['sample', 'pii'] }, { after: open }, early, true],
    [{ reason: ['sample'] }, { after: open }, early, false],
    [{ overdue: true }, { after: open }, early, false],
    [{ overdue: false }, { after: open }, early, true],
    [{ overdue: true }, { after: open }, late, true],
    [{ overdue: false }, { after: open }, late, false],
    [{ overdue: true }, { after: { ...open, status: 'APPROVED' } }, late, false],
    [{ overdue: true }, { before: open, after: { ...open, status: 'APPROVED' } }, late, true],
    [{ overdue: false }, { after: { ...open, status: 'APPROVED' } }, late, true],
  ];
  for (const [filter, change, now, expected] of table)
    assert.equal(matchesReview(filter, change, now), expected, JSON.stringify([filter, change, now]));
});
