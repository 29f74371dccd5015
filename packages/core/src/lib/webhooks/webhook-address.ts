/** Why an address takes no webhooks. */
export type WebhookAddressProblem = 'not-an-address' | 'not-https' | 'credentials' | 'fragment' | 'port';

/** What each problem means to whoever typed the address. */
export const webhookAddressProblems: Record<WebhookAddressProblem, string> = {
  'not-an-address': 'Not an address such as "https://desk.example/webhooks".',
  'not-https': 'Only https:// is sent to.',
  credentials: 'Leave out the name and the password: the signature says who sends.',
  fragment: 'Leave out what follows "#": it is never sent.',
  port: 'Only port 443 and those from 1024 on are sent to.',
};

/** Names by which a machine calls itself. */
const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether an address names the machine itself. */
export function isLoopbackHost(hostname: string): boolean {
  return loopbackHost.test(hostname);
}

/**
 * Why an address takes no webhooks; `null` means that it does, as far as its text tells. With `loopback`, plain
 * `http://` to the machine itself is taken too, on any port.
 */
export function webhookAddressProblem(
  text: string,
  { loopback = false }: { loopback?: boolean } = {},
): WebhookAddressProblem | null {
  if (!URL.canParse(text)) return 'not-an-address';
  const { protocol, hostname, port, username, password, hash } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return 'not-https';
  const isOwn = loopback && isLoopbackHost(hostname);
  if (protocol === 'http:' && !isOwn) return 'not-https';
  if (username !== '' || password !== '') return 'credentials';
  if (hash !== '') return 'fragment';
  return port === '' || Number(port) >= 1024 || isOwn ? null : 'port';
}
