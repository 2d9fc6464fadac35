// How the platform's process runs, in one place for the commands and the benchmarks.

import { fileURLToPath } from 'node:url';

/**
 * Two warnings of dependencies (punycode, experimental parts) say nothing to a user. The young generation takes what some fifty requests need while they are
 * answered: with 4 MB of it nearly all of that was copied and kept. Memory is collected when twice of what is in use is taken, instead of up to four times:
 * a gateway under load needs a third less, for some hundredths of its processor time. At rest it is some 20 MB a process.
 */
export const nodeFlags = [
  '--disable-warning=DEP0040',
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=16',
  '--heap-growing-percent=100',
];

/**
 * The telemetry of the gateway library and of onnxruntime is off. Two malloc arenas instead of one for each of the many native threads: 40 MB less.
 * Blocks of a megabyte and more (a model while it is read) go back when they are freed, instead of raising the limit for the next: 20 MB less.
 * Compiled code is kept from one start to the next, which halves the time of a start; where the folder cannot be written, Node goes without.
 */
export const nodeEnv = {
  APOLLO_TELEMETRY_DISABLED: '1',
  ORT_DISABLE_TELEMETRY: '1',
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '1048576',
  MALLOC_TRIM_THRESHOLD_: '1048576',
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/node-compile', import.meta.url)),
};
