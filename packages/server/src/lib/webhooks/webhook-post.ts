import { type ClientRequest, type IncomingMessage, request as openPlain } from 'node:http';
import { request as openSecure } from 'node:https';
import { type LookupFunction, isIP } from 'node:net';
import { type WebhookError, webhookAddressProblem } from '@numberdesk/core/webhooks';
import { type AddressRules, allowedAddresses } from './webhook-addresses.ts';

/** What is sent, and how long one is willing to wait. */
export interface WebhookRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Gives the attempt up. */
  signal: AbortSignal;
}

/** A receiver's answer, or why there was none. */
export type WebhookAnswer = { status: number; retryAfter: string | null } | { error: WebhookError };

/** Sends one request and never throws but for the signal's reason. */
export type PostWebhook = (request: WebhookRequest) => Promise<WebhookAnswer>;

/** Limits in milliseconds and bytes, and where webhooks may go. */
export interface PostOptions extends AddressRules {
  connectMs?: number;
  /** From the look-up of the name to the answer's headers. */
  totalMs?: number;
  /** For what follows the headers. */
  bodyMs?: number;
  bodyBytes?: number;
  /** Authorities to trust instead of the usual ones. */
  ca?: string;
}

const timedOut = Symbol('timed out');
const headerBytes = 16_384;

/**
 * Sends to public addresses over a connection of its own each time. Redirects are not followed, what follows an
 * answer's headers is read a little and dropped, and nothing goes out but the given headers and body.
 */
export function createWebhookPost(options: PostOptions): PostWebhook {
  const { connectMs = 5_000, totalMs = 15_000 } = options;
  return async (request) => {
    request.signal.throwIfAborted();
    if (webhookAddressProblem(request.url, options) !== null) return { error: 'address-refused' };
    const url = new URL(request.url);
    const late = new AbortController();
    const signal = AbortSignal.any([request.signal, late.signal]);
    const timer = setTimeout(() => late.abort(timedOut), totalMs);
    try {
      const addresses = await untilAborted(allowedAddresses(url.hostname, options), signal);
      if (addresses === null) return { error: 'address-refused' };
      if (addresses.length === 0) return { error: 'unreachable' };
      const outgoing = open(url, addresses, request, options);
      const connecting = setTimeout(() => late.abort(timedOut), connectMs);
      whenConnected(outgoing, () => clearTimeout(connecting));
      const abort = () => outgoing.destroy();
      signal.addEventListener('abort', abort, { once: true });
      try {
        outgoing.end(request.body);
        const response = await untilAborted(answerTo(outgoing), signal);
        signal.removeEventListener('abort', abort);
        await drop(response, options);
        return { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null };
      } finally {
        clearTimeout(connecting);
        outgoing.destroy();
      }
    } catch (error) {
      request.signal.throwIfAborted();
      return { error: late.signal.aborted ? 'timed-out' : errorOf(error) };
    } finally {
      clearTimeout(timer);
    }
  };
}

function open(
  url: URL,
  addresses: readonly string[],
  { headers, body }: WebhookRequest,
  { ca }: PostOptions,
): ClientRequest {
  const options = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    agent: false as const,
    lookup: pinnedTo(addresses),
    maxHeaderSize: headerBytes,
  };
  return url.protocol === 'https:'
    ? openSecure(url, { ...options, ...(ca === undefined ? {} : { ca }) })
    : openPlain(url, options);
}

/** Answers every look-up with the addresses that were looked at, so that no second one can differ. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_, options, callback) => {
    if (options.all) callback(null, all);
    else callback(null, all[0]!.address, all[0]!.family);
  };
}

function whenConnected(outgoing: ClientRequest, act: () => void): void {
  const event = outgoing.protocol === 'https:' ? 'secureConnect' : 'connect';
  outgoing.once('socket', (socket) => socket.once(event, act));
}

function answerTo(outgoing: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    outgoing.once('response', resolve);
    // Stays for good: a connection that breaks later has nobody else to tell.
    outgoing.on('error', reject);
    outgoing.once('close', () => reject(new Error('The connection ended without an answer.')));
  });
}

/** Reads on a little, because a receiver may stop its work when the connection is closed under it. */
function drop(response: IncomingMessage, { bodyMs = 1_000, bodyBytes = 16_384 }: PostOptions): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, bodyMs);
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > bodyBytes) done();
    });
    response.on('error', done);
    response.once('close', done);
  });
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
  });
}

const unreachable = /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
const untrusted = /CERT|SIGNATURE|^ERR_TLS|^ERR_SSL|^EPROTO$/;

function errorOf(error: unknown): WebhookError {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (unreachable.test(code)) return 'unreachable';
  return untrusted.test(code) ? 'untrusted' : 'broken-answer';
}
