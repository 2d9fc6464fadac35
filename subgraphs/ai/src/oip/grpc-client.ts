import { credentials, Metadata } from '@grpc/grpc-js';
import { REMOTE_TIMEOUT_MS, type RemoteModel, type RemoteOptions } from '../inference/remote.ts';
import { loadService } from './load-proto.ts';
import { bytesOf } from './tensor-bytes.ts';

/** A model behind gRPC, tensors as raw bytes. */
export function openGrpcModel({ url, token, name, version }: RemoteOptions): RemoteModel {
  const Client = loadService();
  const client: any = new Client(new URL(url).host, credentials.createInsecure());
  const metadata = new Metadata();
  if (token) metadata.set('authorization', `Bearer ${token}`);
  const ask = (method: string, request: object) =>
    new Promise<any>((resolve, reject) => {
      const deadline = Date.now() + REMOTE_TIMEOUT_MS;
      client[method](request, metadata, { deadline }, (error: (Error & { details?: string }) | null, answer: unknown) =>
        error ? reject(new Error(error.details ?? error.message, { cause: error })) : resolve(answer),
      );
    });

  return {
    outputs: async () => (await ask('ModelMetadata', { name, version })).outputs.map((output: { name: string }) => output.name),
    run: async ({ rows, length, ids, mask, outputs }) => {
      const answer = await ask('ModelInfer', {
        model_name: name,
        model_version: version,
        inputs: ['input_ids', 'attention_mask'].map((input) => ({ name: input, datatype: 'INT64', shape: [rows, length] })),
        outputs: outputs.map((output) => ({ name: output })),
        raw_input_contents: [ids, mask].map((data) => bytesOf(BigInt64Array.from(data, BigInt))),
      });
      return Object.fromEntries(
        answer.outputs.map((output: any, index: number) => {
          const bytes: Buffer = answer.raw_output_contents[index] ?? Buffer.from(Float32Array.from(output.contents.fp32_contents).buffer);
          const data = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
          return [output.name, { shape: output.shape.map(Number), data }];
        }),
      );
    },
    [Symbol.asyncDispose]: async () => client.close(),
  };
}
