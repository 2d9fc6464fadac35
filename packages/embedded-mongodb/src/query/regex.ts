import { badValue, notImplemented } from '../errors.ts';
import { bsonType } from '../bson/codec.ts';
import { regexParts } from '../bson/keys.ts';

/** Whether a value is a regular expression of either kind. */
export const isRegex = (value: unknown): boolean => value instanceof RegExp || bsonType(value) === 'BSONRegExp';

/** Compiles a pattern given as text or regular expression; `x` and PCRE-only syntax are refused rather than read differently. */
export function compileRegex(pattern: unknown, options?: unknown): RegExp {
  let source: string;
  let flags = '';
  if (typeof pattern === 'string') source = pattern;
  else if (isRegex(pattern)) [source, flags] = regexParts(pattern);
  else throw badValue('$regex has to be a string');
  if (options !== undefined) {
    if (typeof options !== 'string') throw badValue('$options has to be a string');
    flags = options;
  }
  const inline = /^\(\?([ims]+)\)/.exec(source);
  if (inline) {
    source = source.slice(inline[0].length);
    flags += inline[1];
  }
  if (flags.includes('x')) throw notImplemented("the regular expression option 'x'");
  if (/[^imsugldyx]/.test(flags)) throw badValue(`invalid flag in regex options: ${flags}`);
  const kept = [...new Set(flags)].filter((flag) => 'ims'.includes(flag)).join('');
  try {
    // \p{..} and characters beyond the basic plane need the u flag, which in turn rejects harmless escapes: hence two tries.
    try {
      return new RegExp(source, `${kept}u`);
    } catch {
      return new RegExp(source, kept);
    }
  } catch (error) {
    throw badValue(`Regular expression is invalid or beyond what this server reads: ${(error as Error).message}`);
  }
}
