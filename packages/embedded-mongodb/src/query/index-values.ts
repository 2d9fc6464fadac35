import { isDocument } from '../bson/codec.ts';
import { EMPTY } from '../bson/keys.ts';
import { CommandError } from '../errors.ts';
import { arrayPosition } from './paths.ts';

/** A field on its way down a document: the value reached, the steps still to go, and whether it is settled. */
interface Probe {
  value: unknown;
  steps: readonly string[];
  at: number;
  settled: boolean;
}

export interface IndexValues {
  /** One tuple of field values for each key of the document; never none. */
  tuples: unknown[][];
  /** Fields that went through an array. */
  multikey: boolean[];
}

/** Walks through documents until the end of the path or an array that stands for its elements. */
function advance(probe: Probe): void {
  while (!probe.settled) {
    const { value } = probe;
    const step = probe.steps[probe.at];
    if (Array.isArray(value)) {
      const position = step === undefined ? -1 : arrayPosition(step);
      if (position < 0 || position >= value.length) return;
      probe.value = value[position];
    } else if (step === undefined) {
      probe.settled = true;
      return;
    } else if (isDocument(value) && Object.hasOwn(value, step)) probe.value = value[step];
    else {
      probe.value = undefined;
      probe.settled = true;
      return;
    }
    probe.at++;
  }
}

/** An element takes the array's place. Only objects have fields: under anything else the rest of the path is missing. */
function enter(probe: Probe, element: unknown): Probe {
  if (probe.at === probe.steps.length) return { ...probe, value: element, settled: true };
  return isDocument(element) ? { ...probe, value: element } : { ...probe, value: undefined, settled: true };
}

function collect(probes: Probe[], tuples: unknown[][], multikey: boolean[]): void {
  probes.forEach(advance);
  const stopped = probes.filter((probe) => !probe.settled);
  if (stopped.length === 0) {
    tuples.push(probes.map((probe) => probe.value));
    return;
  }
  const array = stopped[0]!.value as unknown[];
  if (stopped.some((probe) => probe.value !== array)) throw new CommandError(171, 'cannot index parallel arrays');
  probes.forEach((probe, i) => {
    if (!probe.settled) multikey[i] = true;
  });
  const elements = array.length > 0 ? array : [EMPTY];
  for (const element of elements) {
    collect(
      probes.map((probe) => (probe.settled ? { ...probe } : enter(probe, element))),
      tuples,
      multikey,
    );
  }
}

/** The keys that `paths` give for a document: one, or one for each element where a path meets an array. */
export function indexValues(doc: unknown, paths: readonly (readonly string[])[]): IndexValues {
  const tuples: unknown[][] = [];
  const multikey = paths.map(() => false);
  collect(
    paths.map((steps) => ({ value: doc, steps, at: 0, settled: false })),
    tuples,
    multikey,
  );
  return { tuples, multikey };
}
