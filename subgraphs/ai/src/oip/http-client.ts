import type { RemoteModel, RemoteOptions } from '../inference/remote.ts';
import { REMOTE_TIMEOUT_MS } from '../inference/remote.ts';

/** A model behind REST. */
export function openHttpModel({ url, token, name, version }: RemoteOptions): RemoteModel {
  const base = `${url.replace(/\/$/, '')}/v2/models/${encodeURIComponent(name)}/versions/${encodeURIComponent(version)}`;
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };

  async function ask(path: string, body?: unknown): Promise<any> {
    const response = await fetch(`${base}${path}`, {
      headers,
      signal: AbortSignal.timeout(REMOTE_TIMEOUT_MS),
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const answer = (await response.json().catch(() => ({}))) as any;
    if (!response.ok) throw new Error(`${response.status} ${typeof answer.error === 'string' ? answer.error : response.statusText}`);
    return answer;
  }

  return {
    outputs: async () => (await ask('')).outputs.map((output: { name: string }) => output.name),
    run: async ({ rows, length, ids, mask, outputs }) => {
      const tensor = (input: string, data: Int32Array | Uint8Array) => ({
        name: input,
        datatype: 'INT64',
        shape: [rows, length],
        data: Array.from(data),
      });
      const answer = await ask('/infer', {
        inputs: [tensor('input_ids', ids), tensor('attention_mask', mask)],
        outputs: outputs.map((output) => ({ name: output })),
      });
      return Object.fromEntries(
        answer.outputs.map((output: any) => [output.name, { shape: output.shape, data: Float32Array.from(output.data.flat(Infinity)) }]),
      );
    },
    [Symbol.asyncDispose]: async () => {},
  };
}
