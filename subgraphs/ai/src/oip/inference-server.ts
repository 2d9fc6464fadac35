import { badInput, ConfigError, conflict, notFound, ServiceError } from '@customerai/service';
import { newestFirst } from '../domain/model.ts';
import type { Row } from '../inference/batcher.ts';
import type { Runtime } from '../inference/runtime.ts';
import type { ModelService } from '../serving/model-service.ts';
import type { Shelf } from '../serving/shelf.ts';
import type { ModelRepository } from '../store/model-repository.ts';

/** A tensor as it comes over the wire, by name. */
export interface NamedTensor {
  name: string;
  /** `INT64`, `FP32` ... */
  datatype: string;
  shape: readonly number[];
  data: ArrayLike<number>;
}

export interface InferAnswer {
  model: { name: string; version: string };
  outputs: (NamedTensor & { data: Float32Array })[];
}

export interface TensorMetadata {
  name: string;
  datatype: string;
  /** -1 where any size will do. */
  shape: number[];
}

const INPUTS = ['input_ids', 'attention_mask'];
const MOST_TOKENS = 65_536;
const HOLDER = 'oip';

export type InferenceServer = ReturnType<typeof createInferenceServer>;

/** What the Open Inference Protocol can ask of us, whichever wire it comes over. Throws `ServiceError`s. */
export function createInferenceServer({ model, shelf, repository }: { model: ModelService; shelf: Shelf; repository: ModelRepository }) {
  /** The named version; without one the live version, or the newest that is loaded. */
  function find(name: string, version: string | undefined): Runtime {
    const wanted = version || (name === model.name ? model.deployment.live : undefined);
    const runtime = wanted
      ? shelf.find(name, wanted)
      : shelf
          .loaded()
          .filter(({ spec }) => spec.name === name)
          .toSorted((a, b) => newestFirst(a.spec.version, b.spec.version))[0];
    if (!runtime) throw notFound('loaded model', wanted ? `${name} ${wanted}` : name);
    return runtime;
  }

  const folderOf = (name: string, version: string | undefined) => {
    const newest = repository.models().find((one) => one.name === name)?.versions[0]?.version;
    const folder = repository.folder(name, version ?? newest ?? '');
    if (!folder) throw notFound('model', version ? `${name} ${version}` : name);
    return folder;
  };

  return {
    isReady: (name: string, version?: string): boolean => {
      try {
        return find(name, version) !== undefined;
      } catch {
        return false;
      }
    },
    metadata: (name: string, version?: string) => {
      const { spec } = find(name, version);
      const columns = (labels: readonly string[]) => (labels.length > 0 ? labels.length : -1);
      return {
        name,
        versions: shelf
          .loaded()
          .filter((one) => one.spec.name === name)
          .map((one) => one.spec.version),
        platform: 'onnxruntime_onnx',
        inputs: INPUTS.map((input): TensorMetadata => ({ name: input, datatype: 'INT64', shape: [-1, -1] })),
        outputs: Object.entries(spec.outputs).map(([output, { kind, labels }]): TensorMetadata => ({
          name: output,
          datatype: 'FP32',
          shape: kind === 'token' ? [-1, -1, columns(labels)] : [-1, columns(labels)],
        })),
      };
    },
    infer: async (
      name: string,
      version: string | undefined,
      inputs: readonly NamedTensor[],
      wanted: readonly string[],
      signal?: AbortSignal,
    ): Promise<InferAnswer> => {
      const runtime = find(name, version);
      const { spec } = runtime;
      for (const output of wanted) if (!spec.outputs[output]) throw badInput('outputs', `The model ${name} has no output "${output}".`);
      const outputs = wanted.length > 0 ? wanted : Object.keys(spec.outputs);
      const { rows, length } = toRows(inputs, spec.maxTokens, runtime.vocabulary);
      const answers = await runtime.infer(rows, outputs, { signal });
      return {
        model: { name, version: spec.version },
        outputs: outputs.map((output) => {
          const data = join(answers.map((answer) => answer[output]!));
          if (!data.every(Number.isFinite))
            throw new ServiceError('SERVICE_UNAVAILABLE', `The model's output "${output}" has a value that is no number.`);
          const row = data.length / rows.length;
          const shape = spec.outputs[output]!.kind === 'token' ? [rows.length, length, row / length] : [rows.length, row];
          return { name: output, datatype: 'FP32', shape, data };
        }),
      };
    },
    /** Every version that is there, and whether it is loaded or why it cannot be. */
    index: () =>
      repository.models().flatMap(({ name, versions }) => [
        ...versions.map(({ version }) => {
          const isLoaded = shelf.find(name, version) !== undefined;
          return { name, version, state: isLoaded ? 'READY' : 'UNAVAILABLE', reason: isLoaded ? '' : 'not loaded' };
        }),
        ...repository
          .problems(name)
          .filter(({ version }) => !repository.folder(name, version))
          .map(({ version, error }) => ({ name, version, state: 'UNAVAILABLE', reason: error.message })),
      ]),
    load: async (name: string, version?: string): Promise<void> => {
      try {
        await shelf.hold(folderOf(name, version), HOLDER);
      } catch (error) {
        if (error instanceof ConfigError) throw new ServiceError('SERVICE_UNAVAILABLE', error.message, {}, { cause: error });
        throw error;
      }
    },
    /** Lets go of what `load` has loaded. CONFLICT for a model that the platform itself asks and nothing else holds. */
    unload: async (name: string, version?: string): Promise<void> => {
      const versions = shelf
        .loaded()
        .filter(({ spec }) => spec.name === name && (version === undefined || spec.version === version))
        .map(({ spec }) => spec.version);
      if (versions.length === 0) throw notFound('loaded model', version ? `${name} ${version}` : name);
      const held = versions.filter((one) => shelf.isHeldBy(name, one, HOLDER));
      if (held.length === 0) throw conflict(`The platform itself asks ${name}; deploy another version instead.`);
      for (const one of held) await shelf.release(name, one, HOLDER);
    },
  };
}

/** Checks shapes, types and values before anything reaches the model. */
function toRows(inputs: readonly NamedTensor[], maxTokens: number, vocabulary: number): { rows: Row[]; length: number } {
  const unknown = inputs.find(({ name }) => !INPUTS.includes(name));
  if (unknown) throw badInput('inputs', `The model has no input "${unknown.name}"; it has ${INPUTS.join(' and ')}.`);
  const [ids, mask] = INPUTS.map((name) => {
    const tensor = inputs.find((input) => input.name === name);
    if (!tensor) throw badInput('inputs', `The input "${name}" is missing.`);
    if (tensor.datatype !== 'INT64' && tensor.datatype !== 'INT32')
      throw badInput('inputs', `The input "${name}" takes INT64, not ${tensor.datatype}.`);
    if (tensor.shape.length !== 2 || !tensor.shape.every((size) => Number.isInteger(size) && size > 0))
      throw badInput('inputs', `The input "${name}" has the shape [${tensor.shape.join(', ')}]; it takes [batch, sequence].`);
    const size = tensor.shape[0]! * tensor.shape[1]!;
    if (tensor.data.length !== size)
      throw badInput('inputs', `The input "${name}" has ${tensor.data.length} values where its shape [${tensor.shape.join(', ')}] says ${size}.`);
    return tensor;
  }) as [NamedTensor, NamedTensor];
  const [count, length] = ids.shape as [number, number];
  if (mask.shape[0] !== count || mask.shape[1] !== length)
    throw badInput('inputs', `The inputs have different shapes: [${ids.shape.join(', ')}] and [${mask.shape.join(', ')}].`);
  if (length > maxTokens) throw badInput('inputs', `A row has at most ${maxTokens} tokens; these have ${length}. Cut long texts into windows.`);
  if (count * length > MOST_TOKENS) throw badInput('inputs', `At most ${MOST_TOKENS} tokens at a time; these are ${count * length}.`);
  for (let index = 0; index < ids.data.length; index++) {
    const [id, bit] = [ids.data[index]!, mask.data[index]!];
    if (!Number.isInteger(id) || id < 0 || id >= vocabulary) throw badInput('inputs', `input_ids has ${id}; ids go from 0 to ${vocabulary - 1}.`);
    if (bit !== 0 && bit !== 1) throw badInput('inputs', `attention_mask has ${bit}; it takes 0 and 1.`);
  }
  const part = (data: ArrayLike<number>, row: number) => ({ length, at: (index: number) => data[row * length + index]! });
  const rows = Array.from({ length: count }, (_, row): Row => {
    const [ownIds, ownMask] = [part(ids.data, row), part(mask.data, row)];
    return { ids: Int32Array.from({ length }, (__, index) => ownIds.at(index)), mask: Uint8Array.from({ length }, (__, index) => ownMask.at(index)) };
  });
  return { rows, length };
}

function join(parts: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
