import { createHash } from 'node:crypto';

/** A version that gets a share of the texts. */
export interface Share {
  version: string;
  /** 1 to 99 for a canary, 1 to 100 for a shadow. */
  percent: number;
}

/** Which versions of a model answer. */
export interface Deployment {
  live: string;
  /** What was live before. */
  previous?: string | undefined;
  /** Answers its share of the texts in place of the live version. */
  canary?: Share | undefined;
  /** Is asked about its share of the texts too, after the live version has answered; its answers are compared and thrown away. */
  shadow?: Share | undefined;
}

export const versionsOf = ({ live, canary, shadow }: Deployment): string[] => [
  ...new Set([live, canary?.version, shadow?.version].filter((version) => version !== undefined)),
];

/**
 * As much of a deployment as a process can serve with the versions that it has: in place of a live version that is not there answers the one before it, else
 * `instead`; canary and shadow are left out.
 */
export function servable(wanted: Deployment, isThere: (version: string) => boolean, instead: string): Deployment {
  const { previous } = wanted;
  const live = [wanted.live, previous].find((version) => version !== undefined && isThere(version)) ?? instead;
  // A version plays one part at a time.
  const share = (one: Share | undefined) => (one && one.version !== live && isThere(one.version) ? one : undefined);
  return { live, previous, canary: share(wanted.canary), shadow: share(wanted.shadow) };
}

/**
 * Gives a version its share: 100 makes it live, 0 takes it out of the traffic, anything between makes it the canary. With `asShadow` the share is one of
 * texts that it is only compared on.
 */
export function deploy(state: Deployment, version: string, percent: number, asShadow = false): Deployment {
  const { live, previous } = state;
  // A version plays one part at a time.
  const canary = state.canary?.version === version ? undefined : state.canary;
  const shadow = state.shadow?.version === version ? undefined : state.shadow;
  if (percent === 0) return { live, previous, canary, shadow };
  if (asShadow) return { live, previous, canary, shadow: { version, percent } };
  if (percent < 100) return { live, previous, canary: { version, percent }, shadow };
  return version === live ? { live, previous, canary, shadow } : { live: version, previous: live, canary, shadow };
}

/** A place of the text between 0 and 100: the same text has the same for ever, and texts are spread evenly. */
function placeOf(text: string, salt: string): number {
  return (createHash('sha256').update(salt).update(text).digest().readUInt32BE(0) / 2 ** 32) * 100;
}

const falls = (text: string, share: Share | undefined, salt: string) => share !== undefined && placeOf(text, salt) < share.percent;

/** The version that answers this text. By the text itself, so that a text asked twice gets the same answer, and a growing share keeps what it had. */
export const routeOf = (text: string, { live, canary }: Deployment): string => (falls(text, canary, 'canary') ? canary!.version : live);

/** Whether the shadow is asked about this text too. */
export const isShadowed = (text: string, { shadow }: Deployment): boolean => falls(text, shadow, 'shadow');
