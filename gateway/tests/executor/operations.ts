import { type Arbitrary, gen as generate, integer, nat } from 'fast-check';
import {
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isUnionType,
} from 'graphql';

export interface RandomOperation {
  query: string;
  variables: Record<string, unknown>;
}

/** Values for arguments by name; a few, so that the same field is asked in the same and in other ways. */
const argumentValues: Record<string, readonly string[]> = {
  first: ['2', '$first', 'null'],
  id: ['"b1"', '"g2"', '$id'],
  era: ['"BC"', '$era'],
  fast: ['true', '$yes'],
  kind: ['"x"', '$era'],
};
const ALIASES = ['x', 'y', '__proto__', 'constructor', 'toString', 'hasOwnProperty'];
const HEADER = '($first: Int = 3, $id: ID! = "b2", $era: String = "CE", $yes: Boolean! = true, $no: Boolean! = false, $maybe: Boolean!)';

const mayBeLeftOut = (part: string) => /@(skip|include)/.test(part.split('{')[0]!);

/** Random operations over a schema: nesting, fragments named and inline, aliases, arguments, conditions, with `defer` deferred ones too. Not all are valid: fields may clash. */
export function randomOperations(schema: GraphQLSchema, { defer = false } = {}): Arbitrary<RandomOperation> {
  return generate().map((gen) => {
    const chance = (percent: number) => gen(integer, { min: 0, max: 99 }) < percent;
    const oneOf = <T>(list: readonly T[]): T => list[gen(nat, { max: list.length - 1 })]!;
    const fragments: { name: string; type: string; text: string }[] = [];
    const used = new Set<string>();

    let labels = 0;
    const deferral = () => {
      if (!defer || !chance(50)) return '';
      const label = chance(50) ? `label: "l${labels++}"` : '';
      const condition = chance(25) ? `if: ${oneOf(['$yes', '$no', '$maybe', 'true', 'false'])}` : '';
      return ` @defer${label || condition ? `(${[label, condition].filter(Boolean).join(', ')})` : ''}`;
    };
    const condition = () => (chance(8) ? ` ${oneOf(['@skip', '@include'])}(if: ${oneOf(['$yes', '$no', '$maybe', 'true', 'false'])})` : '');

    function selection(type: GraphQLCompositeType, depth: number): string {
      const count = gen(integer, { min: 1, max: depth > 3 ? 3 : 4 });
      const parts = Array.from({ length: count }, () => part(type, depth)).filter(Boolean);
      // A selection of which nothing remains is planned as if its field had not been asked for: a fault of the planner, not of who runs its plans.
      if (parts.every(mayBeLeftOut)) parts.push('__typename');
      return `{ ${parts.join(' ')} }`;
    }

    function part(type: GraphQLCompositeType, depth: number): string {
      if (chance(10)) return chance(20) ? `kind: __typename${condition()}` : '__typename';
      if (depth < 6 && (isUnionType(type) || chance(isAbstractType(type) ? 45 : 15))) return fragment(type, depth);
      if (isUnionType(type)) return '__typename';
      const field = oneOf(Object.values(type.getFields()));
      const below = getNamedType(field.type);
      if (isCompositeType(below) && depth >= 6) return '';
      const args = field.args.flatMap((argument) => {
        const needed = isNonNullType(argument.type) && argument.defaultValue === undefined;
        const list = (argumentValues[argument.name] ?? []).filter((value) => !(isNonNullType(argument.type) && value === 'null'));
        return needed || chance(40) ? [`${argument.name}: ${oneOf(list)}`] : [];
      });
      const alias =
        args.length > 0 || chance(12)
          ? `${chance(60) && args.length > 0 ? `n${field.name}${args.join('').replace(/\W/g, '')}` : oneOf(ALIASES)}: `
          : '';
      return `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${condition()}${isCompositeType(below) ? ` ${selection(below, depth + 1)}` : ''}`;
    }

    function fragment(type: GraphQLCompositeType, depth: number): string {
      const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
      const wider = Object.values(schema.getTypeMap()).filter(
        (other) => isInterfaceType(other) && possible.some((one) => schema.isSubType(other, one)),
      );
      const on = oneOf([...possible, ...wider]) as GraphQLCompositeType;
      const known = fragments.filter((one) => one.type === on.name);
      if (known.length > 0 && chance(40)) {
        const { name } = oneOf(known);
        used.add(name);
        return `...${name}${condition()}${deferral()}`;
      }
      const text = selection(on, depth + 1);
      if (chance(30)) {
        const name = `f${fragments.length}`;
        fragments.push({ name, type: on.name, text });
        used.add(name);
        return `...${name}${condition()}${deferral()}`;
      }
      return `... on ${on.name}${condition()}${deferral()} ${text}`;
    }

    const body = selection(schema.getQueryType()!, 0);
    const definitions = fragments.filter(({ name }) => used.has(name)).map(({ name, type, text }) => `fragment ${name} on ${type} ${text}`);
    const text = `${body} ${definitions.join(' ')}`;
    const variables: Record<string, unknown> = { maybe: chance(50) };
    if (chance(50)) variables['first'] = oneOf([1, 2, null]);
    if (chance(30)) variables['id'] = oneOf(['g1', 'b3', 'nothing']);
    if (chance(30)) variables['yes'] = chance(50);
    const header = HEADER.slice(1, -1)
      .split(', ')
      .filter((definition) => text.includes(definition.slice(0, definition.indexOf(':'))))
      .join(', ');
    return { query: `query Random${header ? `(${header})` : ''} ${text}`, variables };
  });
}
