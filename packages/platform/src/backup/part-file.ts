import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ReadableStream as NodeStream } from 'node:stream/web';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { BackupError } from './backup-error.ts';
import type { Part } from './manifest.ts';

type Bytes = AsyncIterable<Uint8Array>;
type Sums = Pick<Part, 'bytes' | 'sha256' | 'content'>;

const CHUNK = 256 * 1024;
const LEVEL = 3; // five times smaller at 300 MB/s; higher levels cost more time than they save space

/** Compresses (zstd) and encrypts (age: authenticated chunks of 64 KB) into a new file, and says what was written. */
export async function writePart(file: string, source: Bytes, identity: string): Promise<Sums> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const [plain, sealed] = [createSum(), createSum()];
  await using target = await open(file, 'wx', 0o600);
  await pipeline(
    plain.through(inChunks(source)),
    createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: LEVEL } }),
    async (compressed: Bytes) => {
      for await (const chunk of sealed.through(await throughAge(compressed, (stream) => encrypter.encrypt(stream)))) await target.write(chunk);
    },
  );
  await target.sync();
  return { bytes: sealed.bytes, sha256: sealed.digest(), content: { bytes: plain.bytes, sha256: plain.digest() } };
}

/**
 * Reads what `writePart` wrote. Throws `BackupError` when the file is missing, or anything in it is not as the manifest says; the last bytes come
 * only after everything fits.
 */
export async function* readPart(directory: string, part: Part, identity: string): AsyncGenerator<Uint8Array> {
  await checkSize(directory, part);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const [plain, sealed] = [createSum(), createSum()];
  const damaged = (cause?: unknown) =>
    new BackupError(`${part.file} of the backup is damaged: it is not what was written. Use another copy of the backup.`, { cause });
  const source = createReadStream(join(directory, part.file), { highWaterMark: CHUNK });
  const unzip = createZstdDecompress();
  let failure: unknown;
  const pumping = pipeline(async function* () {
    yield* await throughAge(sealed.through(source), (stream) => decrypter.decrypt(stream));
  }, unzip).catch((error: unknown) => (failure = error));
  let held: Uint8Array | undefined;
  try {
    for await (const chunk of plain.through(unzip)) {
      if (held) yield held;
      held = chunk;
    }
  } catch (error) {
    throw damaged(failure ?? error);
  } finally {
    unzip.destroy();
    await pumping;
    source.destroy();
  }
  if (sealed.digest() !== part.sha256 || plain.bytes !== part.content.bytes || plain.digest() !== part.content.sha256) throw damaged();
  if (held) yield held;
}

/** Throws `BackupError` for a part that is missing or has another size: found before anything long begins. */
export async function checkSize(directory: string, { file, bytes }: Part): Promise<void> {
  const size = await stat(join(directory, file)).then(
    (found) => found.size,
    () => undefined,
  );
  if (size === undefined) throw new BackupError(`The backup is incomplete: ${file} is missing. Use another copy of it.`);
  if (size !== bytes) throw new BackupError(`The backup is incomplete: ${file} has ${size} bytes, ${bytes} were written. Use another copy of it.`);
}

/** age speaks in web streams; those of Node can be read by `for await`, those that a browser's types describe cannot. */
const throughAge = async (source: Bytes, age: (stream: ReadableStream<Uint8Array>) => Promise<unknown>): Promise<Bytes> =>
  (await age(NodeStream.from(source) as never)) as Bytes;

function createSum() {
  const hash: Hash = createHash('sha256');
  let bytes = 0;
  return {
    async *through(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of source) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    get bytes() {
      return bytes;
    },
    digest: () => hash.digest('hex'),
  };
}

/** Documents are small; a pass through the streams for each would cost more than their compression. */
async function* inChunks(source: Bytes): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of source) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < CHUNK) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}
