import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../test/eventually.ts';
import { receiverCertificate as ca } from '../../../test/receiver-certificate.ts';
import { type Answer, type Receiver, openReceiver, status } from '../../../test/receiver.ts';
import { type PostOptions, createWebhookPost } from './webhook-post.ts';

const open: Receiver[] = [];
async function receiverWith(answer: Answer, options: Parameters<typeof openReceiver>[0] = {}) {
  const receiver = await openReceiver(options);
  receiver.answer = answer;
  open.push(receiver);
  return receiver;
}
afterEach(async () => void (await Promise.all(open.splice(0).map((receiver) => receiver.close()))));

const message = { headers: { 'content-type': 'application/json', 'webhook-id': 'a' }, body: '{"ü":1}' };
const never = new AbortController().signal;

/** Sends to the machine itself, with patience for a busy one; `hasty` for what is to run out of it. */
const hasty = { totalMs: 200 };
function post(url: string, options: Partial<PostOptions> = {}, signal = never) {
  const send = createWebhookPost({
    loopback: true,
    totalMs: 15_000,
    connectMs: 15_000,
    bodyMs: 200,
    ...options,
  });
  return send({ ...message, url, signal });
}

describe('a webhook on its way', () => {
  it('carries the body and the headers it is given, and nothing of its own that could be secret', async () => {
    const receiver = await receiverWith(status(204));
    expect(await post(receiver.url)).toEqual({ status: 204, retryAfter: null });
    expect(receiver.received).toEqual([
      {
        path: '/hook',
        body: message.body,
        headers: {
          ...message.headers,
          'content-length': String(Buffer.byteLength(message.body)),
          host: `127.0.0.1:${receiver.port}`,
          connection: 'close',
        },
      },
    ]);
  });

  it('tells any status and what is asked of the sender', async () => {
    for (const code of [200, 299, 400, 410, 429, 500]) {
      const receiver = await receiverWith(status(code, { 'retry-after': '120' }));
      expect(await post(receiver.url)).toEqual({ status: code, retryAfter: '120' });
    }
  });

  it('follows no redirect, wherever it leads', async () => {
    const inner = await receiverWith(status(200));
    for (const code of [301, 302, 303, 307, 308]) {
      const receiver = await receiverWith(status(code, { location: inner.url }));
      expect(await post(receiver.url)).toMatchObject({ status: code });
    }
    expect(inner.connections).toBe(0);
  });
});

describe('a hostile receiver', () => {
  it('that never answers is given up', async () => {
    const receiver = await receiverWith(() => undefined);
    expect(await post(receiver.url, hasty)).toEqual({ error: 'timed-out' });
  });

  it('that answers byte by byte without end is given up', async () => {
    const receiver = await receiverWith((response) => {
      const { socket } = response;
      socket?.write('HTTP/1.1 200 OK\r\nx-slow: ');
      const drip = setInterval(() => socket?.write('.'), 5);
      socket?.once('close', () => clearInterval(drip));
    });
    expect(await post(receiver.url, hasty)).toEqual({ error: 'timed-out' });
  });

  it('that accepts a connection and never says who it is, is given up', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const sockets: Socket[] = [];
    silent.on('connection', (socket) => sockets.push(socket.on('error', () => undefined)));
    expect(await post(`https://127.0.0.1:${port}/`, { connectMs: 200 })).toEqual({ error: 'timed-out' });
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it('that never comes to the end of its headers is given up', async () => {
    const receiver = await receiverWith(({ socket }) => {
      socket?.write(`HTTP/1.1 200 OK\r\n${'x-much: and more of it\r\n'.repeat(2_000)}`);
    });
    expect(await post(receiver.url)).toEqual({ error: 'broken-answer' });
  });

  it('that says yes and then goes on without end has said yes', async () => {
    let written = 0;
    const receiver = await receiverWith((response) => {
      response.writeHead(200);
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) written += 65_536;
      };
      response.on('drain', pour);
      pour();
    });
    expect(await post(receiver.url, { bodyMs: 15_000 })).toMatchObject({ status: 200 });
    expect(written).toBeLessThan(64 * 1_048_576);
  });

  it('that says yes and then drips has said yes', async () => {
    const receiver = await receiverWith((response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 5);
      response.once('close', () => clearInterval(drip));
    });
    expect(await post(receiver.url)).toMatchObject({ status: 200 });
  });

  it('that breaks off after it has said yes has said yes; before that, it has not', async () => {
    const after = await receiverWith((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    expect(await post(after.url)).toMatchObject({ status: 200 });
    const before = await receiverWith(({ socket }) => void socket?.end('HTTP/1.1 20'));
    expect(await post(before.url)).toEqual({ error: 'broken-answer' });
    const atOnce = await receiverWith(({ socket }) => void socket?.destroy());
    expect(await post(atOnce.url)).toEqual({ error: 'broken-answer' });
  });

  it('that speaks no HTTP is told from one that is not there', async () => {
    const receiver = await receiverWith(({ socket }) => void socket?.end('220 mail.example ESMTP\r\n'));
    expect(await post(receiver.url)).toEqual({ error: 'broken-answer' });
    await receiver.close();
    expect(await post(receiver.url)).toEqual({ error: 'unreachable' });
  });

  it('that wants to speak something else is not followed', async () => {
    const receiver = await receiverWith(({ socket }) => {
      socket?.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n');
    });
    expect(await post(receiver.url)).toEqual({ error: 'broken-answer' });
  });

  it('that keeps saying "soon" is given up', async () => {
    const receiver = await receiverWith((response) => {
      const soon = setInterval(() => response.writeProcessing(), 5);
      response.once('close', () => clearInterval(soon));
    });
    expect(await post(receiver.url, hasty)).toEqual({ error: 'timed-out' });
  });

  it('leaves no connection open', async () => {
    const receiver = await receiverWith(() => undefined);
    await post(receiver.url, { totalMs: 1_000 });
    await post(receiver.url, { totalMs: 1_000 });
    await eventually(() => receiver.openConnections()).toBe(0);
    expect(receiver.connections).toBe(2);
  });
});

describe('where a webhook goes', () => {
  const local = { ca, isPublic: (address: string) => address === '127.0.0.1' };

  it('is an address that was looked at, over TLS in the name that was given', async () => {
    const receiver = await receiverWith(status(200), { tls: true });
    const resolve = async () => ['127.0.0.1'];
    expect(await post(receiver.url, { ...local, resolve })).toMatchObject({ status: 200 });
    expect(receiver.received[0]?.headers['host']).toBe(`receiver.test:${receiver.port}`);
  });

  it('is not where nobody vouches for the name', async () => {
    const receiver = await receiverWith(status(200), { tls: true });
    const resolve = async () => ['127.0.0.1'];
    const { isPublic } = local;
    expect(await post(receiver.url, { isPublic, resolve })).toEqual({ error: 'untrusted' });
    const elsewhere = receiver.url.replace('receiver.test', 'bank.example');
    expect(await post(elsewhere, { ...local, resolve })).toEqual({ error: 'untrusted' });
    expect(receiver.received).toEqual([]);
  });

  it('is no private address, whatever name leads there', async () => {
    const receiver = await receiverWith(status(200), { tls: true });
    const resolve = async () => ['127.0.0.1'];
    expect(await post(receiver.url, { ca, resolve })).toEqual({ error: 'address-refused' });
    expect(receiver.connections).toBe(0);
  });

  it('does not change between the look at it and the connection', async () => {
    const receiver = await receiverWith(status(200), { tls: true });
    const answers = [['127.0.0.1'], ['169.254.169.254'], ['127.0.0.1']];
    let asked = 0;
    const resolve = async () => answers[asked++]!;
    expect(await post(receiver.url, { ...local, resolve })).toMatchObject({ status: 200 });
    expect(asked).toBe(1);
    expect(await post(receiver.url, { ...local, resolve })).toEqual({ error: 'address-refused' });
    expect(asked).toBe(2);
    expect(receiver.connections).toBe(1);
  });

  it.each([
    'http://receiver.test/',
    'https://user:pass@receiver.test/',
    'https://receiver.test:22/',
    'file:///etc/passwd',
    'https://[::1]:4000/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://[::ffff:a9fe:a9fe]/',
  ])('is not %s', async (url) => {
    expect(await post(url, { loopback: false })).toEqual({ error: 'address-refused' });
  });

  it('is nowhere when the name stands for nothing, or the look-up takes too long', async () => {
    const url = 'https://receiver.test/';
    expect(await post(url, { ...local, resolve: async () => [] })).toEqual({ error: 'unreachable' });
    const slow = () => new Promise<string[]>(() => undefined);
    expect(await post(url, { ...local, resolve: slow, ...hasty })).toEqual({ error: 'timed-out' });
  });
});

describe('giving up', () => {
  it('ends the attempt with its reason, unless there is an answer already', async () => {
    const stop = new AbortController();
    const silent = await receiverWith(() => stop.abort(new Error('The server stops.')));
    await expect(post(silent.url, { totalMs: 60_000 }, stop.signal)).rejects.toThrow('The server stops.');
    await expect(post(silent.url, {}, stop.signal)).rejects.toThrow('The server stops.');
    const late = new AbortController();
    // Only somebody who reads the body has seen what comes before it.
    const answered = await receiverWith((response) => {
      response.writeHead(200).write(Buffer.alloc(16 * 1_048_576));
      response.once('drain', () => late.abort());
    });
    const patient = { totalMs: 60_000, bodyMs: 60_000, bodyBytes: 16 * 1_048_576 - 1 };
    expect(await post(answered.url, patient, late.signal)).toMatchObject({ status: 200 });
    await eventually(() => late.signal.aborted).toBe(true);
  });
});
