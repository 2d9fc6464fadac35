import { defaultFieldResolver, type DirectiveNode, type GraphQLSchema, isObjectType, type ListValueNode, type StringValueNode } from 'graphql';
import type { BaseContext } from './subgraph.ts';
import { requireScopes, requireViewer } from './viewer.ts';

/** The scopes that a `@requiresScopes` names: an OR of ANDs. */
export function scopesOf(directive: DirectiveNode): string[][] {
  const argument = directive.arguments?.find(({ name }) => name.value === 'scopes')?.value as ListValueNode;
  return argument.values.map((all) => (all as ListValueNode).values.map((scope) => (scope as StringValueNode).value));
}

/** Puts the checks of `@authenticated` and `@requiresScopes` in front of the resolvers of the fields that carry them. Changes the schema in place. */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const directives = field.astNode?.directives ?? [];
      const scopes = directives.filter(({ name }) => name.value === 'requiresScopes').map(scopesOf);
      const authenticated = directives.some(({ name }) => name.value === 'authenticated');
      if (scopes.length === 0 && !authenticated) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: BaseContext, info) => {
        if (authenticated) requireViewer(context.viewer);
        for (const alternatives of scopes) requireScopes(context.viewer, alternatives);
        return resolve(source, args, context, info);
      };
    }
  }
  return schema;
}
