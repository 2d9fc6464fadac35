import { asNumber, bsonType } from '../bson/codec.ts';
import { binaryParts, TAG, typeTag } from '../bson/keys.ts';
import { badValue } from '../errors.ts';

function maskOf(operand: unknown): bigint {
  if (Array.isArray(operand)) {
    return operand.reduce((mask: bigint, item) => {
      const position = asNumber(item);
      if (position === undefined || !Number.isInteger(position) || position < 0) throw badValue('bit positions must be non-negative whole numbers');
      return mask | (1n << BigInt(position));
    }, 0n);
  }
  const bits = bitsOf(operand);
  if (bits === undefined || bits < 0n) throw badValue('a bit mask must be a non-negative number, an array of positions or a binary value');
  return bits;
}

function bitsOf(value: unknown): bigint | undefined {
  if (typeTag(value) === TAG.binary) {
    return [...binaryParts(value).buffer].reduceRight((bits, byte) => (bits << 8n) | BigInt(byte), 0n);
  }
  if (bsonType(value) === 'Long') return (value as { toBigInt(): bigint }).toBigInt();
  const number = asNumber(value);
  return number !== undefined && Number.isInteger(number) ? BigInt(number) : undefined;
}

/** `$bitsAllSet` and its kin; negative numbers are read in two's complement, which BigInt does by itself. */
export function bitsOperator(name: string, operand: unknown): (value: unknown) => boolean {
  const mask = maskOf(operand);
  return (value) => {
    const bits = bitsOf(value);
    if (bits === undefined) return false;
    switch (name) {
      case '$bitsAllSet':
        return (bits & mask) === mask;
      case '$bitsAnySet':
        return (bits & mask) !== 0n;
      case '$bitsAllClear':
        return (bits & mask) === 0n;
      default:
        return (bits & mask) !== mask;
    }
  };
}
