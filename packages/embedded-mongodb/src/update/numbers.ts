import { Double, Int32, Long } from 'bson';
import { bsonType } from '../bson/codec.ts';
import { badValue, notImplemented, typeMismatch } from '../errors.ts';

const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/** Whether a value is a BSON number of any kind. */
export const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' || ['Int32', 'Double', 'Long', 'Decimal128'].includes(bsonType(value) ?? '');

const isInt = (value: unknown) =>
  bsonType(value) === 'Int32' || (typeof value === 'number' && Number.isInteger(value) && value >= INT32_MIN && value <= INT32_MAX);
const toBig = (value: unknown) => (bsonType(value) === 'Long' ? (value as Long).toBigInt() : BigInt(Number(value)));

/**
 * `$inc` and `$mul` with MongoDB's types: whole numbers stay whole and grow from 32 to 64 bits; a double makes a double.
 * @throws code 14 for what is no number, 2 when 64 bits overflow
 */
export function arithmetic(operator: '$inc' | '$mul', current: unknown, operand: unknown, path: string): unknown {
  if (!isNumeric(operand))
    throw typeMismatch(`Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`);
  if (current !== undefined && !isNumeric(current)) {
    throw typeMismatch(
      `Cannot apply ${operator} to a value of non-numeric type. The field '${path}' has ${current === null ? 'null' : `a value of type ${bsonType(current) ?? typeof current}`}`,
    );
  }
  if (bsonType(operand) === 'Decimal128' || bsonType(current) === 'Decimal128') throw notImplemented(`${operator} on Decimal128`);
  const start = current ?? (operator === '$inc' ? new Int32(0) : new Int32(0));
  const whole = (value: unknown) => isInt(value) || bsonType(value) === 'Long';
  if (whole(start) && whole(operand)) {
    const result = operator === '$inc' ? toBig(start) + toBig(operand) : toBig(start) * toBig(operand);
    if (result < LONG_MIN || result > LONG_MAX)
      throw badValue(`Failed to apply ${operator} operations to current value for '${path}': 64-bit overflow`);
    const stays32 = isInt(start) && isInt(operand) && result >= INT32_MIN && result <= INT32_MAX;
    return stays32 ? new Int32(Number(result)) : Long.fromBigInt(result);
  }
  const [x, y] = [Number(start), Number(operand)];
  return new Double(operator === '$inc' ? x + y : x * y);
}

/** `{$bit: {field: {and|or|xor: n}}}` */
export function bitwise(current: unknown, operator: string, operand: unknown): unknown {
  if (!isInt(operand) && bsonType(operand) !== 'Long') throw badValue('The $bit modifier field must be an Integer(32/64 bit)');
  if (current !== undefined && !isInt(current) && bsonType(current) !== 'Long') throw badValue('Cannot apply $bit to a value of non-integral type.');
  const [x, y] = [toBig(current ?? new Int32(0)), toBig(operand)];
  const result = operator === 'and' ? x & y : operator === 'or' ? x | y : operator === 'xor' ? x ^ y : undefined;
  if (result === undefined) throw badValue(`The $bit modifier only supports 'and', 'or', and 'xor', not '${operator}'`);
  return isInt(current ?? operand) && isInt(operand) ? new Int32(Number(result)) : Long.fromBigInt(result);
}
