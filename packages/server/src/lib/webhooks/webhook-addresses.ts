import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLoopbackHost } from '@numberdesk/core/webhooks';
import { isLoopbackAddress, isPublicAddress } from './public-address.ts';

/** Finds the addresses of a name; an empty list where there are none. */
export type ResolveName = (name: string) => Promise<string[]>;

/** Where webhooks may go. */
export interface AddressRules {
  /** Lets them go to the machine itself too, if its own name says so. */
  loopback: boolean;
  resolve?: ResolveName;
  isPublic?: (address: string) => boolean;
}

/**
 * Asks the name servers directly: a look-up through the operating system holds one of the few threads that the
 * whole process has for such things, for as long as a hostile name server likes.
 */
const resolveName: ResolveName = async (name) => {
  const resolver = new Resolver({ timeout: 1500, tries: 2 });
  const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
};

/**
 * The addresses to which a host stands, each looked at: `null` when any of them must not be sent to. A connection
 * goes to one of these and to no other, whatever the name means a moment later.
 */
export async function allowedAddresses(
  hostname: string,
  { loopback, resolve = resolveName, isPublic = isPublicAddress }: AddressRules,
): Promise<string[] | null> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const isOwn = loopback && isLoopbackHost(hostname);
  const isAllowed = (address: string) => isPublic(address) || (isOwn && isLoopbackAddress(address));
  if (isOwn && host === 'localhost') return ['127.0.0.1', '::1'];
  const addresses = isIP(host) === 0 ? await resolve(host) : [host];
  return addresses.every(isAllowed) ? addresses : null;
}

/** Whether a host is written down as an address that must not be sent to; a name is looked up when it is used. */
export function isNamedPrivate(hostname: string, loopback: boolean): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (loopback && isLoopbackHost(hostname)) return false;
  return isIP(host) === 0 ? isLoopbackHost(host) : !isPublicAddress(host);
}
