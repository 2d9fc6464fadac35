import { authUser, badInput, type KnownViewer } from '@customerai/service';
import type { Deps } from '../context.ts';

export const mayAssign = (viewer: KnownViewer): boolean => viewer.scopes.includes('reviews:assign');

/** Makes sure that an item can be reserved for this person. Throws BAD_USER_INPUT, SERVICE_UNAVAILABLE. */
export async function requireReviewer(deps: Deps, tenant: string, userId: string): Promise<void> {
  const user = await deps.rpc.call(authUser, { tenant, userId });
  if (!user) throw badInput('userId', `There is no user "${userId}".`);
  if (user.disabled) throw badInput('userId', `The user "${userId}" is disabled.`);
  if (!user.scopes.includes('reviews:write')) throw badInput('userId', `The user "${userId}" may not review; it takes the scope "reviews:write".`);
}
