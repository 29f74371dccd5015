import { type IncomingMessage, type ServerResponse, createServer as createPlain } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { receiverCertificate, receiverKey } from './receiver-certificate.ts';

/** A request as a receiver has got it. */
export interface Received {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Answers one request, however badly. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server that webhooks are sent to. */
export interface Receiver {
  port: number;
  url: string;
  received: Received[];
  /** Connections ever made, with or without a request. */
  connections: number;
  openConnections(): number;
  answer: Answer;
  close(): Promise<void>;
}

/** Answers with a status and nothing else. */
export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(code, headers).end();

/** Opens a receiver on the loopback, over TLS as receiver.test if asked to. */
export async function openReceiver({
  tls = false,
  address = '127.0.0.1',
}: { tls?: boolean; address?: string } = {}): Promise<Receiver> {
  const sockets = new Set<Socket>();
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      receiver.received.push({ path: request.url ?? '', headers, body: Buffer.concat(chunks).toString() });
      receiver.answer(response, request);
    });
  };
  const server = tls
    ? createSecure({ key: receiverKey, cert: receiverCertificate }, handle)
    : createPlain(handle);
  server.on('connection', (socket: Socket) => {
    receiver.connections++;
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, address, resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    port,
    url: `${tls ? 'https://receiver.test' : 'http://127.0.0.1'}:${port}/hook`,
    received: [],
    connections: 0,
    openConnections: () => sockets.size,
    answer: status(204),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return receiver;
}
