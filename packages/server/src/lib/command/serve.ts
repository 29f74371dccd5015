import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { toInstant } from '@numberdesk/core/time';
import type { Config } from '../config.ts';
import { createServer } from '../create-server.ts';
import { clientAddress } from '../http/client-address.ts';
import { type LogRecord, jsonLines } from '../http/log.ts';

/** How long whoever is still connected has, once the server has ended everything on its side. */
const farewellMs = 3_000;

/**
 * Listens until SIGINT or SIGTERM, then stops cleanly: no new connections, streams ended, requests answered, the
 * database closed. A second signal ends the process at once.
 *
 * @throws Error in one sentence when it cannot start.
 */
export async function serve(config: Config): Promise<void> {
  const { databaseUrl, dataDir, basePath, eventPollMs, heartbeatMs, limits, proxies } = config;
  const { host, port, isDemo, loopbackWebhooks, mail } = config;
  const clock = Date.now;
  const log = (level: LogRecord['level'], message: string) =>
    jsonLines({ time: toInstant(clock()), level, message });
  const numberdesk = await createServer({
    databaseUrl,
    dataDir,
    basePath,
    eventPollMs,
    heartbeatMs,
    limits,
    loopbackWebhooks,
    mail,
    clock,
    demo: isDemo,
    onFatal: () => process.exit(1),
  });
  const http = createAdaptorServer({
    fetch(request, { incoming }) {
      const forwardedFor = proxies > 0 ? request.headers.get('x-forwarded-for') : null;
      const address = clientAddress(incoming.socket.remoteAddress, forwardedFor, proxies);
      return numberdesk.fetch(request, { address });
    },
    overrideGlobalObjects: false,
  }) as Server;
  const unused = unusedConnections(http);
  try {
    await listen(http, host, port);
  } catch (error) {
    await numberdesk.close();
    throw new Error(`Cannot listen on ${host}:${port} (${(error as Error).message}).`, { cause: error });
  }
  const { port: taken } = http.address() as AddressInfo;
  if (isDemo) log('warn', 'Demo mode: whoever reaches this address can do everything with the key sk_demo.');
  log('info', `Listening on http://${host.includes(':') ? `[${host}]` : host}:${taken}${basePath}`);

  const signal = await nextSignal();
  log('info', `Stopping on ${signal}.`);
  const closed = new Promise<void>((resolve) => http.close(() => resolve()));
  await numberdesk.close();
  await closeConnections(http, unused, closed);
  log('info', 'Stopped.');
}

/** The connections that a browser has opened ahead of any request; Node.js does not count them as idle. */
function unusedConnections(http: Server): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  http.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  http.on('request', ({ socket }) => unused.delete(socket));
  return unused;
}

/** Closes what is idle, again and again, for an answer may still be on its way; and in the end all. */
async function closeConnections(http: Server, unused: ReadonlySet<Socket>, closed: Promise<void>) {
  const sweep = setInterval(() => {
    http.closeIdleConnections();
    for (const socket of unused) socket.destroy();
  }, 20);
  const farewell = setTimeout(() => http.closeAllConnections(), farewellMs);
  await closed;
  clearInterval(sweep);
  clearTimeout(farewell);
}

function listen(http: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });
}

function nextSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        process.once(name, () => process.exit(1));
        resolve(name);
      });
    }
  });
}
