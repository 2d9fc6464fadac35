import { ConfigError, parseEnv, port, toDuration } from '@customerai/service';
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';

const shape = { PORT: port.default(4000), MODE: z.enum(['fast', 'safe']), API_SECRET: z.string().min(20, 'must have at least 20 characters') };

test('every problem is named at once, with what was given', () => {
  assert.throws(
    () => parseEnv(shape, { PORT: '70000', MODE: 'slow', API_SECRET: 'hunter2' }),
    (error: ConfigError) => {
      assert.match(error.message, /3 problems/);
      assert.match(error.message, /PORT: .*"70000"/);
      assert.match(error.message, /MODE: .*"slow"/);
      assert.match(error.message, /API_SECRET: must have at least 20 characters/);
      return true;
    },
  );
});

test('secrets are never repeated', () => {
  assert.throws(
    () => parseEnv(shape, { API_SECRET: 'hunter2' }),
    (error: ConfigError) => !error.message.includes('hunter2'),
  );
});

test('an empty variable counts as absent, and the answer is frozen', () => {
  const config = parseEnv(shape, { PORT: '', MODE: 'fast', API_SECRET: 'x'.repeat(20) });
  assert.equal(config.PORT, 4000);
  assert.ok(Object.isFrozen(config));
});

test('a variable may come from a file; one that is missing, or given twice, is named and never quoted', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'customerai-config-'));
  try {
    const file = join(folder, 'secret');
    await writeFile(file, `${'s'.repeat(24)}\n`);
    assert.equal(parseEnv(shape, { MODE: 'fast', API_SECRET_FILE: file }).API_SECRET, 's'.repeat(24));
    assert.throws(
      () => parseEnv(shape, { MODE: 'fast', API_SECRET: 'x'.repeat(24), API_SECRET_FILE: file }),
      /a problem.*API_SECRET: is given twice.*unset one/s,
    );
    const missing = join(folder, 'missing');
    assert.throws(
      () => parseEnv(shape, { MODE: 'slow', API_SECRET_FILE: missing }),
      (error: ConfigError) => {
        assert.match(error.message, /2 problems/);
        assert.ok(error.message.includes(`API_SECRET_FILE: ${missing} cannot be read (ENOENT)`));
        assert.doesNotMatch(error.message, /API_SECRET:/);
        return true;
      },
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

const durations: [milliseconds: number, text: string][] = [
  [0, 'PT0S'],
  [250, 'PT0.25S'],
  [1_000, 'PT1S'],
  [60_000, 'PT1M'],
  [90_500, 'PT1M30.5S'],
  [3_600_000, 'PT1H'],
  [93_784_000, 'PT26H3M4S'],
];
for (const [milliseconds, text] of durations) test(`${milliseconds} ms is ${text}`, () => assert.equal(toDuration(milliseconds), text));
