import { forbidden, unauthenticated } from './errors.ts';

/** Who asks. Comes from the verified token at the gateway and travels signed to the services, never from an argument. */
export type Viewer = AnonymousViewer | KnownViewer;

export interface AnonymousViewer {
  kind: 'anonymous';
}

export interface KnownViewer {
  kind: 'user' | 'client' | 'service';
  id: string;
  tenant: string;
  scopes: readonly string[];
  /** The sign-in session, for people. */
  sessionId?: string;
}

export const anonymous: AnonymousViewer = { kind: 'anonymous' };

/** The viewer, known. Throws UNAUTHENTICATED. */
export function requireViewer(viewer: Viewer): KnownViewer {
  if (viewer.kind === 'anonymous') throw unauthenticated();
  return viewer;
}

/**
 * Checks scopes in the shape of federation's `@requiresScopes`: an OR of ANDs. Throws UNAUTHENTICATED or FORBIDDEN (naming the scopes that the
 * alternative nearest to being met still lacks).
 */
export function requireScopes(viewer: Viewer, alternatives: readonly (readonly string[])[]): void {
  const known = requireViewer(viewer);
  const missing = alternatives.map((all) => all.filter((scope) => !known.scopes.includes(scope)));
  if (missing.length === 0 || missing.some((scopes) => scopes.length === 0)) return;
  throw forbidden(missing.toSorted((a, b) => a.length - b.length)[0]!);
}
