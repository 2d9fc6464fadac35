import { z } from 'zod';
import type { Role } from './roles.ts';

/** A person who may sign in. The password's hash stays in the store. */
export interface User {
  id: string;
  tenant: string;
  /** Unique over the installation, in lower case. */
  email: string;
  name: string;
  roles: Role[];
  disabled: boolean;
  createdAt: Date;
  lastSignInAt?: Date;
}

/** A Relay connection of users; `totalCount` counts when it is called. */
export interface UserPage {
  edges: { cursor: string; node: User }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  totalCount: () => Promise<number>;
}

const address = z.email().max(254);

/** An address in the form it is stored and looked up in, or undefined when it is none. */
export function parseEmail(text: string): string | undefined {
  const parsed = address.safeParse(text.trim().toLowerCase());
  return parsed.success ? parsed.data : undefined;
}

/** 1 to 200 characters, without control characters; undefined otherwise. */
export function parseName(text: string): string | undefined {
  const name = text.trim();
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  return name.length >= 1 && name.length <= 200 && !/[\u0000-\u001f\u007f]/.test(name) ? name : undefined;
}
