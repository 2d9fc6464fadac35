import { scopesOf } from '@customerai/service';
import {
  type DirectiveNode,
  getNamedType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  type ListValueNode,
  parse,
  type StringValueNode,
} from 'graphql';

/** What one `@authenticated`, `@requiresScopes` or `@policy` asks for. Scopes are an OR of ANDs. */
export type AccessRule = { kind: 'authenticated' } | { kind: 'scopes'; alternatives: readonly (readonly string[])[] } | { kind: 'policy' };

/** What reading a field asks for. */
export type RulesOf = (type: GraphQLObjectType | GraphQLInterfaceType, field: GraphQLField<unknown, unknown>) => readonly AccessRule[];

/**
 * The rules that the supergraph's directives set on each field. A field of an interface obeys every type that implements it, so that asking the
 * interface is no way round (the other way does not arise: composition refuses rules on interfaces). A rule on a type holds for its fields and for
 * fields of that type.
 */
export function readAccessRules(supergraphSdl: string, schema: GraphQLSchema): RulesOf {
  const declared = new Map<string, AccessRule[]>();
  for (const definition of parse(supergraphSdl).definitions) {
    if (!('name' in definition) || !definition.name || !('directives' in definition)) continue;
    const type = definition.name.value;
    declared.set(type, rulesOf(definition.directives));
    if (!('fields' in definition)) continue;
    for (const field of definition.fields ?? []) declared.set(`${type}.${field.name.value}`, rulesOf(field.directives));
  }
  const of = (coordinate: string) => declared.get(coordinate) ?? [];
  const none: readonly AccessRule[] = [];
  const effective = new Map<string, readonly AccessRule[]>();

  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const kin = isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
    for (const [name, field] of Object.entries(type.getFields())) {
      const sources = [type, ...kin].flatMap((one) => [one.name, `${one.name}.${name}`]);
      const rules = [...sources, getNamedType(field.type).name].flatMap(of);
      if (rules.length > 0) effective.set(`${type.name}.${name}`, rules);
    }
  }
  return (type, field) => effective.get(`${type.name}.${field.name}`) ?? none;
}

const rulesOf = (directives: readonly DirectiveNode[] = []): AccessRule[] =>
  directives.flatMap((directive): AccessRule[] => {
    const name = directive.name.value;
    if (name === 'authenticated') return [{ kind: 'authenticated' }];
    if (name === 'requiresScopes') return [{ kind: 'scopes', alternatives: scopesOf(directive) }];
    if (name === 'policy') return [{ kind: 'policy' }];
    if (name === 'join__directive') return joined(directive);
    return [];
  });

/** Fails closed: a security directive that composition carried over in its generic form is not understood, so it lets nobody in. */
const joined = (directive: DirectiveNode): AccessRule[] => {
  const name = directive.arguments?.find((argument) => argument.name.value === 'name')?.value as StringValueNode | ListValueNode | undefined;
  return name?.kind === 'StringValue' && ['authenticated', 'requiresScopes', 'policy'].includes(name.value) ? [{ kind: 'policy' }] : [];
};
