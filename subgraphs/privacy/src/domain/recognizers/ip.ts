import { isIPv4, isIPv6 } from 'node:net';
import { anyOf, contextOf } from '../surroundings.ts';
import type { Finding, Recognizer } from '../finding.ts';

const name = 'ip';
const V4 = /(?<![\p{L}\p{N}]|\p{N}\.)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\p{L}\p{N}]|\.\d)/gu;
const V6 = /(?<![\p{L}\p{N}:.])[0-9a-fA-F:]{2,39}(?:\.\d{1,3}\.\d{1,3}\.\d{1,3})?(?![\p{L}\p{N}:])/gu;
const words = anyOf(
  'ip',
  'ip address',
  'ipv4',
  'ipv6',
  'address',
  'host',
  'server',
  'ping',
  'login from',
  'ip-adresse',
  'adresse ip',
  'dirección ip',
  'indirizzo ip',
);

const worthTelling = (address: string) => address.split(':').filter(Boolean).length >= 3 && /\d/.test(address);

/** IPv4 and IPv6 addresses. Four numbers called a version ("version 1.2.3.4") are none. */
export const ip: Recognizer = {
  name,
  types: ['IP_ADDRESS'],
  languages: ['*'],
  find: (text) => {
    const found: Finding[] = [];
    const add = ({ index: start, 0: address }: RegExpExecArray, score: number) =>
      found.push({ type: 'IP_ADDRESS', start, end: start + address.length, text: address, score, recognizer: name });
    for (const match of text.matchAll(V4)) {
      if (!isIPv4(match[0])) continue;
      const context = contextOf(text, match.index, match.index + match[0].length, words);
      if (context !== 'no') add(match, context === 'yes' ? 0.95 : 0.8);
    }
    for (const match of text.matchAll(V6)) if (worthTelling(match[0]) && isIPv6(match[0])) add(match, 0.95);
    return found;
  },
};
