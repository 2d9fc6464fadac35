import type { Viewer } from '@customerai/service';
import { GraphQLError } from 'graphql';
import type { AccessRule } from './access-rules.ts';
import type { Requirement } from './required-access.ts';

/**
 * Whether the viewer may run an operation that meets these rules; all that is lacking is told at once. Throws UNAUTHENTICATED for an anonymous
 * viewer, FORBIDDEN (with `requiredScopes`, and `fields` saying which field lacks what) otherwise.
 */
export function authorise(viewer: Viewer, requirements: readonly Requirement[]): void {
  if (requirements.length === 0) return;
  const first = requirements[0]!;
  if (viewer.kind === 'anonymous') {
    throw new GraphQLError(
      `Sign in first: "${first.path.join('.')}" needs a header "Authorization: Bearer <access token>". The mutation signIn gives one.`,
      {
        path: first.path,
        extensions: { code: 'UNAUTHENTICATED', http: { status: 200 } },
      },
    );
  }
  const fields = requirements.flatMap(({ rule, path }) => {
    const missing = lacking(rule, viewer.scopes);
    return missing ? [{ path, requiredScopes: missing }] : [];
  });
  if (fields.length === 0) return;
  const scopes = [...new Set(fields.flatMap(({ requiredScopes }) => requiredScopes))];
  const what =
    scopes.length === 0 ? 'a policy that nobody meets' : `the scope${scopes.length > 1 ? 's' : ''} ${scopes.map((scope) => `"${scope}"`).join(', ')}`;
  throw new GraphQLError(`This needs ${what}. Ask an administrator for a role that has ${scopes.length > 1 ? 'them' : 'it'}.`, {
    path: fields[0]!.path,
    extensions: { code: 'FORBIDDEN', requiredScopes: scopes, fields, http: { status: 200 } },
  });
}

/** The scopes still missing for the alternative nearest to being met; undefined when one is met. */
function lacking(rule: AccessRule, scopes: readonly string[]): readonly string[] | undefined {
  if (rule.kind === 'authenticated') return undefined;
  if (rule.kind === 'policy') return [];
  const missing = rule.alternatives.map((all) => all.filter((scope) => !scopes.includes(scope)));
  if (missing.some((some) => some.length === 0)) return undefined;
  return missing.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
