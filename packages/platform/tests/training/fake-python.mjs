#!/usr/bin/env node
// Stands in the place of Python: speaks as training/progress.py does, and does what FAKE_TRAINING says. Notes what it was asked for in FAKE_NOTES.
import { spawn } from 'node:child_process';
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const [flag, ...args] = process.argv.slice(2);
if (flag === '-c') process.exit(0);
process.stdin.on('end', () => process.exit(1)).resume();
process.stdin.unref(); // it waits for nothing else

const step = args.findLast((word) => ['recalibrate', 'prepare', 'train', 'export'].includes(word));
const given = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const tell = (said) => process.stdout.write(`${JSON.stringify(said)}\n`);
const corrections = given('--corrections');
const note = (more = {}) => appendFileSync(process.env.FAKE_NOTES, `${JSON.stringify({ step, args, pid: process.pid, ...more })}\n`);
note({
  secret: process.env.TRAINER_CLIENT_SECRET,
  ...(corrections
    ? {
        corrections: readFileSync(corrections, 'utf8'),
        mode: statSync(corrections).mode & 0o777,
        folder: statSync(dirname(corrections)).mode & 0o777,
      }
    : {}),
});

/** The live version under another number, signed by the release key. */
function makeVersion() {
  const version = given('--version');
  const models = join(process.env.MODELS_DIR, 'insight');
  const target = join(models, version);
  if (existsSync(target)) throw new Error('it is there');
  cpSync(given('--model') ?? join(models, '1.0.0'), target, { recursive: true });
  const write = (name, value) => writeFileSync(join(target, name), JSON.stringify(value));
  write('metadata.json', { ...JSON.parse(readFileSync(join(target, 'metadata.json'), 'utf8')), version });
  const files = {};
  for (const name of readdirSync(target).filter((one) => !basename(one).startsWith('manifest'))) {
    const bytes = readFileSync(join(target, name));
    files[name] = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  }
  write('manifest.json', { name: 'insight', version, files });
  const key = createPrivateKey(readFileSync(process.env.RELEASE_KEY_FILE));
  writeFileSync(join(target, 'manifest.sig'), sign(null, readFileSync(join(target, 'manifest.json')), key).toString('base64'));
}

const hang = () => setInterval(() => {}, 1_000);
const behaviours = {
  works: () => {
    process.stdout.write('a line for people\n{"but": no JSON\n');
    if (step === 'recalibrate')
      tell({ progress: 0.3, metrics: { corrections: corrections ? readFileSync(corrections, 'utf8').trim().split('\n').length : 0 } });
    if (step === 'train') for (const passes of [0.25, 0.5, 1]) tell({ progress: passes, passes, metrics: { loss: 1 - passes / 2 } });
    if (step === 'recalibrate' || step === 'export') makeVersion();
  },
  refuses: () => {
    tell({ progress: 0.9, metrics: { accuracy_before: 0.9, accuracy_after: 0.8 } });
    tell({ refused: 'accuracy gets worse: 0.90000 before, 0.80000 after.' });
    process.exitCode = 1;
  },
  crashes: () => {
    process.stderr.write('ValueError: "Dear Mara, your card 4111"\n');
    process.exit(7);
  },
  hangs: () => {
    tell({ progress: 0.5 });
    hang();
  },
  // Takes no notice of SIGTERM, and neither does what it started.
  clings: () => {
    process.on('SIGTERM', () => note({ heard: 'SIGTERM' }));
    const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    note({ child: child.pid });
    tell({ progress: 0.5 });
    hang();
  },
  'writes a stranger’s signature': () => {
    makeVersion();
    writeFileSync(join(process.env.MODELS_DIR, 'insight', given('--version'), 'manifest.sig'), Buffer.alloc(64).toString('base64'));
  },
};
// "works", or "train: hangs, then works": what the step does the first time, and from then on.
const [first, later = 'works'] = process.env.FAKE_TRAINING.split(', then ');
const [onStep, behaviour] = first.includes(': ') ? first.split(': ') : [undefined, first];
const once = `${process.env.FAKE_NOTES}.once`;
if (onStep === undefined) behaviours[behaviour]();
else if (onStep === step && !existsSync(once)) {
  writeFileSync(once, '');
  behaviours[behaviour]();
} else behaviours[later]();
