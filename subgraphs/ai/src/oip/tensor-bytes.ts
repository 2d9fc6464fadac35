import { badInput } from '@customerai/service';

/** A tensor's numbers out of its raw bytes, little-endian as the protocol has them. Throws BAD_USER_INPUT. */
export function numbersOf(datatype: string, bytes: Buffer | undefined): ArrayLike<number> {
  const width = datatype === 'INT64' ? 8 : 4;
  if (!bytes || bytes.length % width !== 0) throw badInput('raw_input_contents', `Raw bytes of ${datatype} come in ${width}s.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = (index: number): number => {
    if (datatype === 'INT64') return Number(view.getBigInt64(index * 8, true));
    return datatype === 'FP32' ? view.getFloat32(index * 4, true) : view.getInt32(index * 4, true);
  };
  return Array.from({ length: bytes.length / width }, (_, index) => at(index));
}

/** The bytes of numbers as the protocol has them; the machines that we run on are little-endian themselves. */
export const bytesOf = (data: Float32Array | BigInt64Array): Buffer => Buffer.from(data.buffer, data.byteOffset, data.byteLength);
