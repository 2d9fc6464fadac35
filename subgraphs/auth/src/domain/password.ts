/** Longest password in characters: enough for any sentence, and a bound on what one hash may cost. */
export const MAX_PASSWORD = 128;

/** One form for all keyboards: the same password typed as composed or decomposed characters must match (NIST SP 800-63B-4, 3.1.1.2). */
export const normalizePassword = (password: string): string => password.normalize('NFKC');

/** Why a password cannot be taken, or undefined when it can. Length is what counts; no rules of composition (NIST SP 800-63B-4). */
export function passwordFault(password: string, minimum: number, email?: string): string | undefined {
  const characters = [...normalizePassword(password)];
  if (characters.length < minimum) return `The password needs at least ${minimum} characters; a short sentence is easy to remember.`;
  if (characters.length > MAX_PASSWORD) return `The password may have at most ${MAX_PASSWORD} characters.`;
  if (new Set(characters).size < 5) return 'The password repeats the same few characters. Take a short sentence instead.';
  if (email !== undefined && password.toLowerCase().includes(email)) return 'The password must not contain the e-mail address.';
  return undefined;
}
