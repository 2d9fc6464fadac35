import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeOnnx, type OnnxParts } from './tiny-onnx.ts';

/*
 * A model of the shipped one's shape that knows some hundred words, by tables instead of training: a few kilobytes, loaded in no time, and what it answers
 * can be told beforehand. "nan" is a word that it has no number for.
 */
const WORDS: Record<string, { sentiment?: 'negative' | 'positive'; emotion?: 'anger' | 'joy'; tag?: string; aspect?: true; intent?: 'refund' }> = {
  terrible: { sentiment: 'negative', emotion: 'anger' },
  awful: { sentiment: 'negative' },
  angry: { sentiment: 'negative', emotion: 'anger' },
  broken: { sentiment: 'negative' },
  late: { sentiment: 'negative' },
  great: { sentiment: 'positive', emotion: 'joy' },
  love: { sentiment: 'positive', emotion: 'joy' },
  lovely: { sentiment: 'positive' },
  thanks: { sentiment: 'positive', emotion: 'joy' },
  battery: { aspect: true },
  screen: { aspect: true },
  delivery: { aspect: true },
  refund: { intent: 'refund' },
  ann: { tag: 'B-PERSON' },
  lee: { tag: 'I-PERSON' },
  bob: { tag: 'B-PERSON' },
  rome: { tag: 'B-LOCATION' },
  café: {},
};
const PLAIN =
  'the a i is are was my me and but from to it of in on not you we they this that with for parcel order money password how do get reset account login says . , ! ? @ - : ; 1 2 3 nan [ ] ##ika ##s'.split(
    ' ',
  );
export const VOCABULARY = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', ...Object.keys(WORDS).map((word) => word.replace('é', 'e')), ...PLAIN];
const TAGS = ['O', 'B-PERSON', 'I-PERSON', 'B-LOCATION', 'I-LOCATION'];
const SENTIMENTS = ['negative', 'neutral', 'positive'];
const SURE = 6; // of logits: the others then have next to nothing

export interface TinyModel {
  version?: string;
  /** Added to the positive logit, so that versions can be told apart. */
  leaning?: number;
  maxTokens?: number;
  /** Changes what is written, e.g. to something that must be refused. */
  onnx?: OnnxParts['change'];
  metadata?(metadata: Record<string, any>): void;
}

/** A model repository's folder with one release key; versions are added by `write`. */
export async function createTinyRepository(...models: TinyModel[]) {
  const directory = await mkdtemp(join(tmpdir(), 'customerai-models-'));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  await mkdir(join(directory, 'keys'));
  await writeFile(join(directory, 'keys', 'test.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  const write = (model: TinyModel, path?: string) => writeTinyModel(directory, privateKey, model, path);
  for (const model of models) await write(model);
  return { directory, privateKey, write, [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }) };
}

async function writeTinyModel(directory: string, key: KeyObject, model: TinyModel, path = `insight/${model.version ?? '1.0.0'}`): Promise<string> {
  const { version = '1.0.0', maxTokens = 32 } = model;
  const folder = join(directory, path);
  await mkdir(folder, { recursive: true });
  const metadata: Record<string, any> = {
    name: 'insight',
    version,
    task: 'tests',
    format: 'onnx',
    maxTokens,
    languages: ['en'],
    outputs: {
      sentiment: { kind: 'sequence', labels: SENTIMENTS },
      emotion: { kind: 'sequence', labels: ['anger', 'joy'], thresholds: [0.75, 0.75] },
      intent: { kind: 'sequence', labels: ['other', 'refund'] },
      aspect: { kind: 'token', labels: ['O', 'B-ASPECT', 'I-ASPECT'] },
      aspect_polarity: { kind: 'token', labels: SENTIMENTS },
      pii: { kind: 'token', labels: TAGS },
      embedding: { kind: 'embedding', labels: [] },
    },
    metrics: { accuracy: 0.5 },
    createdAt: '2026-01-01T00:00:00Z',
  };
  model.metadata?.(metadata);
  const files: Record<string, Uint8Array> = {
    'model.onnx': encodeOnnx({ tables: tables(model.leaning ?? 0), embeddingOf: embeddingWeights(), change: model.onnx }),
    'tokenizer.json': Buffer.from(JSON.stringify(tokenizer())),
    'metadata.json': Buffer.from(JSON.stringify(metadata)),
    'card.md': Buffer.from(`# insight ${version}\n\nFor tests.\n`),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
  await seal(folder, { name: 'insight', version }, files, key);
  return folder;
}

/** Writes manifest and signature over files as they should be. */
async function seal(folder: string, names: object, files: Record<string, Uint8Array>, key: KeyObject): Promise<void> {
  const sums = Object.entries(files).map(([name, bytes]) => [
    name,
    { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
  ]);
  await writeManifest(folder, JSON.stringify({ ...names, files: Object.fromEntries(sums) }), key);
}

export async function writeManifest(folder: string, manifest: string, key: KeyObject): Promise<void> {
  await writeFile(join(folder, 'manifest.json'), manifest);
  await writeFile(join(folder, 'manifest.sig'), `${sign(null, Buffer.from(manifest), key).toString('base64')}\n`);
}

/** A row a word of the vocabulary. */
function tables(leaning: number): OnnxParts['tables'] {
  const factsOf = (word: string) => WORDS[word === 'cafe' ? 'café' : word] ?? {};
  const table = (columns: number, row: (word: string) => number[]) => ({ columns, data: VOCABULARY.flatMap(row) });
  const at = (columns: readonly string[], value: string | undefined, height: number) => columns.map((column) => (column === value ? height : 0));
  return {
    sequence: {
      sentiment: {
        activation: 'Softmax',
        ...table(3, (word) => {
          if (word === 'nan') return [Number.NaN, 0, 0];
          const [negative, neutral, positive] = at(SENTIMENTS, factsOf(word).sentiment, 3) as [number, number, number];
          return [negative, word === '[CLS]' ? 1.5 : neutral, positive + (word === '[CLS]' ? leaning : 0)];
        }),
      },
      emotion: { activation: 'Sigmoid', ...table(2, (word) => (word === '[CLS]' ? [-2, -2] : at(['anger', 'joy'], factsOf(word).emotion, 4))) },
      intent: { activation: 'Softmax', ...table(2, (word) => (word === '[CLS]' ? [2, 0] : [0, factsOf(word).intent ? SURE : 0])) },
    },
    token: {
      aspect: table(3, (word) => (factsOf(word).aspect ? [0, SURE, 0] : [SURE, 0, 0])),
      aspect_polarity: table(3, (word) => (word === 'battery' ? [SURE, 0, 0] : [0, 0, SURE])),
      pii: table(TAGS.length, (word) => at(TAGS, factsOf(word).tag ?? 'O', SURE)),
    },
  };
}

/** How much each word says of what a text is about; a text without any has next to none, and so no direction of its own. */
const embeddingWeights = () => VOCABULARY.map((word, index) => (index < 5 ? 0.01 : /^[a-z]{4}/.test(word) ? 1 : 0.1));

const tokenizer = () => ({
  version: '1.0',
  // Asks to cut and to fill, as exported tokenizers do: serving must do neither.
  truncation: { max_length: 8, strategy: 'LongestFirst', stride: 0, direction: 'Right' },
  padding: { strategy: { Fixed: 8 }, direction: 'Right', pad_to_multiple_of: null, pad_id: 0, pad_type_id: 0, pad_token: '[PAD]' },
  added_tokens: VOCABULARY.slice(0, 5).map((content, id) => ({
    id,
    content,
    special: true,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
  })),
  normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: null,
  decoder: null,
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(VOCABULARY.map((word, id) => [word, id])),
  },
});
