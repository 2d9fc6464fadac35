import ipaddr from 'ipaddr.js';
import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';

/** Where webhooks may go: `public` addresses of the internet, `private` ones too (this machine, the company's network), or nowhere. */
export type Network = 'public' | 'private' | 'off';

const MAX_URL = 2_048;
const LOCAL_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/i;

/** An address that anybody on the internet could have: not this machine, its networks, or a way of writing those. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/** Why nothing is sent to this URL; undefined when it may be. What its name stands for is looked at when something is sent. */
export function webhookFault(text: string, network: Network): string | undefined {
  if (network === 'off') return 'Webhooks are switched off here (ALERT_WEBHOOKS).';
  const url = URL.canParse(text) && text.length <= MAX_URL ? new URL(text) : undefined;
  if (!url) return `Give a whole URL of at most ${MAX_URL} characters, such as https://hooks.example.com/alerts.`;
  if (url.username || url.password || url.hash) return 'The URL may carry neither a user and password nor a fragment (#).';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isHere = host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return 'The URL must begin with https://.';
  const isPrivate = ipaddr.isValid(host) ? !isPublicAddress(host) : !host.includes('.') || LOCAL_NAMES.test(host);
  if (isPrivate && network !== 'private')
    return 'The URL leads into a private network. Whoever runs the platform may allow that by ALERT_WEBHOOKS=private.';
  return undefined;
}

type Answer = (error: Error | null, address?: string | LookupAddress[], family?: number) => void;

/** `dns.lookup` for sockets that refuses a name as soon as one of its addresses is private: the address that is checked is the one that is used. */
export function lookupPublic(name: string, options: LookupOptions, answer: Answer): void {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error);
    if (addresses.length === 0 || !addresses.every(({ address }) => isPublicAddress(address)))
      return answer(new Error('The name of the webhook leads into a private network.'));
    return options.all ? answer(null, addresses) : answer(null, addresses[0]!.address, addresses[0]!.family);
  });
}
