import { isIPv4, isIPv6 } from 'node:net';

/**
 * The address of whoever sends a request: that of the connection, or with `proxies` before the server the one that
 * the outermost of them saw. What stands before it in `X-Forwarded-For` is the sender's own word.
 */
export function clientAddress(
  connected: string | undefined,
  forwardedFor: string | null,
  proxies: number,
): string | null {
  if (proxies === 0) return connected ?? null;
  const forwarded = (forwardedFor ?? '').split(',').map((part) => part.trim());
  const way = [...forwarded.filter(Boolean), connected ?? ''];
  return way.at(-1 - proxies) || way[0] || null;
}

/**
 * Under which name an address is counted. Whoever has one address of IPv6 has a whole network of them, the first
 * half of the address.
 */
export function addressName(address: string): string {
  const plain = withoutPort(address);
  const mapped = /^::ffff:(?=[0-9.]+$)/i;
  if (mapped.test(plain)) return plain.replace(mapped, '');
  if (!isIPv6(plain)) return plain.slice(0, 64);
  const [head = '', tail] = plain.toLowerCase().replace(/%.*/, '').split('::');
  const first = head.split(':').filter(Boolean);
  const last = (tail ?? '').split(':').filter(Boolean);
  const zeros =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  const network = [...first, ...zeros, ...last].slice(0, 4);
  return `${network.map((part) => part.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}

/** Some proxies write the port too. */
function withoutPort(address: string): string {
  const bracketed = /^\[(.*)\](:\d+)?$/.exec(address)?.[1];
  const [host = '', ...rest] = address.split(':');
  return bracketed ?? (rest.length === 1 && isIPv4(host) ? host : address);
}
