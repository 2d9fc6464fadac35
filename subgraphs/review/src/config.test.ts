import { ConfigError } from '@customerai/service';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseConfig } from './config.ts';

test('durations are ISO 8601 or seconds', () => {
  for (const [text, ms] of [
    ['600', 600_000],
    ['PT10M', 600_000],
    ['PT1H30M', 5_400_000],
    ['P1DT1S', 86_401_000],
    ['PT10.5S', 10_500],
  ] as const)
    assert.equal(parseConfig({ REVIEW_LEASE: text }).leaseMs, ms, text);
});

test('every wrong setting is named at once', () => {
  const wrong = {
    REVIEW_LEASE: '10 minutes',
    REVIEW_DUE_LOW: 'PT',
    REVIEW_DUE_HIGH: 'P',
    REVIEW_SWEEP: '0',
    REVIEW_SAMPLE_SHARE: '5',
    REVIEW_NEGATIVE_BELOW: '-2',
  };
  assert.throws(
    () => parseConfig(wrong),
    (error: Error) => {
      assert.ok(error instanceof ConfigError);
      for (const name of Object.keys(wrong)) assert.match(error.message, new RegExp(`${name}: `));
      return true;
    },
  );
});
