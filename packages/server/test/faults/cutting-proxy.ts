import { type IncomingMessage, type ServerResponse, createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What can become of a request on its way. */
export const faults = [
  'lost-request',
  'half-request',
  'lost-answer',
  'half-answer',
  'short-answer',
  'stalled-request',
  'stalled-answer',
  'twice',
] as const;
export type Fault = (typeof faults)[number];

/** A network between a client and a server that does what a test tells it to. */
export interface CuttingProxy {
  url: string;
  /** Where the server is; `null` while nobody is there. */
  target: string | null;
  /** Asked for each request but streams; `null` lets it through. */
  fate: (request: { method: string; path: string }) => Fault | null;
  /** What the server has answered in the meantime, whether or not that arrived. */
  readonly answered: number[];
  /** Every stream that is open: calling one breaks it off. */
  readonly streams: ReadonlySet<() => void>;
  close(): Promise<void>;
}

const isStream = ({ headers }: IncomingMessage) => headers['content-type']?.startsWith('text/event-stream');

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Passes a request on; `length` of its body, and then the line goes dead. */
function forward(request: IncomingMessage, target: string, body: Buffer, length = body.length) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const { method, headers } = request;
    const onward = send(new URL(request.url ?? '/', target), { method, headers, agent: false }, resolve);
    onward.on('error', reject);
    if (length === body.length) return onward.end(body);
    onward.write(body.subarray(0, length), () => onward.destroy());
  });
}

/** Starts a proxy on a free port. */
export async function startCuttingProxy(target: string | null): Promise<CuttingProxy> {
  const streams = new Set<() => void>();

  function stream(answer: IncomingMessage, response: ServerResponse): void {
    const cut = () => response.destroy();
    streams.add(cut);
    response.once('close', () => {
      streams.delete(cut);
      answer.destroy();
    });
    answer.on('error', cut);
    response.writeHead(answer.statusCode ?? 0, answer.headers);
    response.flushHeaders();
    answer.pipe(response);
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bytesOf(request);
    const { method = '', url: path = '' } = request;
    const server = proxy.target;
    const fate = path.includes('/events') ? null : proxy.fate({ method, path });
    if (fate === 'stalled-request') return;
    if (server === null || fate === 'lost-request') throw new Error('cut');
    if (fate === 'half-request') await forward(request, server, body, body.length >> 1);
    if (fate === 'twice') void forward(request, server, body).then(bytesOf, () => undefined);
    const answer = await forward(request, server, body);
    if (isStream(answer)) return stream(answer, response);
    const bytes = await bytesOf(answer);
    const { statusCode = 0, headers } = answer;
    proxy.answered.push(statusCode);
    if (fate === 'stalled-answer') return;
    if (fate === 'lost-answer') throw new Error('cut');
    const { 'transfer-encoding': _, 'content-length': __, ...kept } = headers;
    const half = bytes.subarray(0, bytes.length >> 1);
    if (fate === 'short-answer') {
      // Nothing says how long the answer is, so its end looks like a sound one.
      response.useChunkedEncodingByDefault = false;
      response.shouldKeepAlive = false;
      return void response.writeHead(statusCode, kept).end(half);
    }
    response.writeHead(statusCode, { ...kept, 'content-length': bytes.length });
    if (fate !== 'half-answer') return void response.end(bytes);
    response.write(half, () => response.destroy());
  }

  const http = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const proxy: CuttingProxy = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    target,
    fate: () => null,
    answered: [],
    streams,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return proxy;
}
