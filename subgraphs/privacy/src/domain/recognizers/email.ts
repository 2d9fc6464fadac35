import type { Finding, Recognizer } from '../finding.ts';

const name = 'email';
const LOCAL = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:xn--[a-z0-9-]{1,59}|\p{L}{2,63})(?![\p{L}\p{N}])/u;
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;

/** Addresses as in RFC 5321, international ones included. Goes from one `@` to the next and looks at most 64 characters back, 255 ahead. */
export const email: Recognizer = {
  name,
  types: ['EMAIL_ADDRESS'],
  languages: ['*'],
  find: (text) => {
    const found: Finding[] = [];
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      let start = at;
      while (start > 0 && at - start < MAX_LOCAL && LOCAL.test(text[start - 1]!)) start -= 1;
      while (start < at && /[.'`{|*/=?!#&^-]/.test(text[start]!)) start += 1; // a quote or bracket before the address is not its part
      const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + MAX_DOMAIN))?.[0];
      if (start === at || !domain || text[at - 1] === '.') continue;
      const end = at + 1 + domain.length;
      found.push({ type: 'EMAIL_ADDRESS', start, end, text: text.slice(start, end), score: 1, recognizer: name });
    }
    return found;
  },
};
