import type { Request } from 'express';
import type { RestParameter, RestRoute } from './routes-table.ts';

/** A parameter that does not fit; `argument` is its name. */
export class BadParameter extends Error {
  override name = 'BadParameter';
  readonly argument: string;

  constructor(argument: string, message: string) {
    super(message);
    this.argument = argument;
  }
}

/** The route's parameters with their types. Throws `BadParameter` for unknown, missing and malformed ones: a misspelt filter must not show everything. */
export function readParameters({ parameters = [] }: RestRoute, request: Request): Record<string, unknown> {
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  for (const name of Object.keys(request.query)) {
    if (known.get(name)?.in === 'query') continue;
    const names = [...known.values()].filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name);
    throw new BadParameter(name, `There is no parameter "${name}" here${names.length > 0 ? `; there are ${names.join(', ')}` : ''}.`);
  }
  const given = parameters.flatMap((parameter) => {
    const value = parameter.in === 'path' ? request.params[parameter.name] : request.query[parameter.name];
    if (value === undefined || value === '') {
      if (parameter.required) throw new BadParameter(parameter.name, `The parameter "${parameter.name}" is missing: ${parameter.description}`);
      return [];
    }
    return [[parameter.name, convert(parameter, [value].flat().map(String))] as const];
  });
  return Object.fromEntries(given);
}

function convert({ name, type }: RestParameter, values: readonly string[]): unknown {
  if (type === 'list') return values.flatMap((value) => value.split(',')).filter(Boolean);
  const [value] = values;
  if (value === undefined || values.length > 1) throw new BadParameter(name, `Give the parameter "${name}" once.`);
  if (type === 'integer') {
    if (!/^-?\d{1,9}$/.test(value)) throw new BadParameter(name, `"${name}" must be a whole number.`);
    return Number(value);
  }
  if (type === 'boolean') {
    if (value !== 'true' && value !== 'false') throw new BadParameter(name, `"${name}" must be true or false.`);
    return value === 'true';
  }
  return value;
}
