import { unauthenticated } from '@customerai/service';
import { createHash, timingSafeEqual } from 'node:crypto';

/** Throws UNAUTHENTICATED unless the header is `Bearer <token>`. */
export type TokenCheck = (authorization: string | undefined) => void;

const digest = (text: string) => createHash('sha256').update(text).digest();

export function createTokenCheck(token: string): TokenCheck {
  const expected = digest(`Bearer ${token}`);
  return (authorization) => {
    if (!timingSafeEqual(digest(authorization ?? ''), expected)) throw unauthenticated('Send "Authorization: Bearer <OIP_TOKEN>".');
  };
}
