import { toInstant } from '@numberdesk/core/time';
import { v7 as uuidv7 } from 'uuid';
import packageJson from '../../package.json' with { type: 'json' };
import { accessHandlers } from './access/access.handlers.ts';
import { type Database, type TenantId, parseTenantId } from './db/database.ts';
import { startMaintenance } from './db/maintenance.ts';
import { openDatabase, pgliteNotice } from './db/open-database.ts';
import { createEventFeed } from './events/event-feed.ts';
import { eventEndpoint } from './events/event.handlers.ts';
import { createApp } from './http/app.ts';
import { type Log, errorText, jsonLines } from './http/log.ts';
import { operationEndpoint } from './http/operation-endpoint.ts';
import { createOrigins } from './http/origins.ts';
import { createRefusalAudit } from './http/refusal-audit.ts';
import { systemEndpoints } from './http/system.handlers.ts';
import { orderHandlers } from './orders/order.handlers.ts';

/** Where the data is and how the server is mounted. Every field may be left out. */
export interface ServerOptions {
  /** A PostgreSQL server, `postgres://…`. */
  databaseUrl?: string | undefined;
  /** The folder of the embedded database, where there is no `databaseUrl`; without it, all is kept in memory. */
  dataDir?: string | undefined;
  /** The path below which the host mounts the handler, such as `/numberdesk`. */
  basePath?: string;
  /** Makes a tenant that the key `sk_demo` opens. Never on a machine that others can reach. */
  demo?: boolean | { tenantName: string };
  /** Takes one record for each request and for what goes wrong; lines of JSON on standard output unless given. */
  log?: Log;
  /** Milliseconds since 1970. */
  clock?: () => number;
  /** Makes a fresh UUIDv7. */
  ids?: () => string;
  /** How often changes by other processes are looked for, while a stream is open; 500 ms unless given. */
  eventPollMs?: number;
  /** How often a quiet stream shows that it is alive; 15 s unless given. */
  heartbeatMs?: number;
  /** Told when another process has taken the data folder: end this one. Nothing is read or written any more. */
  onFatal?: (error: Error) => void;
}

/** A running server. */
export interface NumberdeskServer {
  /** Answers a request; mount it in any framework that speaks `Request` and `Response`. */
  fetch(request: Request): Promise<Response>;
  /** Ends the streams, waits for the requests under way, and closes the database. */
  close(): Promise<void>;
}

const demoTenant = parseTenantId('00000000-0000-7000-8000-00000000d300') as TenantId;

/**
 * Opens the database, brings its schema up to date and answers requests.
 *
 * @throws Error in one sentence when the database cannot be opened, or another process holds the data folder.
 * @example
 * const numberdesk = await createServer({ dataDir: './data', basePath: '/numberdesk' });
 * const response = await numberdesk.fetch(request);
 */
export async function createServer(options: ServerOptions = {}): Promise<NumberdeskServer> {
  const { log = jsonLines, clock = Date.now, ids = uuidv7, heartbeatMs = 15_000 } = options;
  const closing = new AbortController();
  const note = (message: string, error: unknown) =>
    log({ time: toInstant(clock()), level: 'error', message, error: errorText(error) });

  const database = await openDatabase({
    url: options.databaseUrl,
    dataDir: options.dataDir,
    clock,
    ids,
    onConnectionError: (error) => note('A database connection failed.', error),
    onFolderLost: (error) => {
      note('Another process has taken the data folder.', error);
      closing.abort();
      options.onFatal?.(error);
    },
  });
  if (database.kind === 'pglite') log({ time: toInstant(clock()), level: 'warn', message: pgliteNotice });
  const tenant = options.demo ? await openDemo(database, options.demo) : null;

  const onFailure = (error: unknown) => note('Work in the background failed.', error);
  const maintenance = startMaintenance(database, { onFailure });
  const feed = createEventFeed(database, { pollMs: options.eventPollMs ?? 500, onFailure });
  const onRefusal = createRefusalAudit(database, onFailure);
  const ground = { database, demoTenant: tenant, onRefusal, onEvents: feed.changed };
  const app = createApp({
    endpoints: [
      ...systemEndpoints(database, packageJson.version),
      ...[...accessHandlers, ...orderHandlers].map((route) => operationEndpoint(route, ground)),
      eventEndpoint({
        database,
        feed,
        demoTenant: tenant,
        clock,
        heartbeatMs,
        closing: closing.signal,
        onFailure,
      }),
    ],
    basePath: options.basePath ?? '',
    isOriginListed: createOrigins(database.crossTenant, clock),
    clock,
    ids,
    log,
    closing: closing.signal,
    onRefusal,
  });

  const running = new Set<Promise<Response>>();
  let closed: Promise<void> | null = null;
  return {
    fetch(request) {
      const response = app(request);
      running.add(response);
      return response.finally(() => running.delete(response));
    },
    close() {
      return (closed ??= (async () => {
        closing.abort();
        feed.close();
        await Promise.allSettled(running);
        await maintenance.stop();
        await database.close();
      })());
    },
  };
}

async function openDemo({ crossTenant }: Database, demo: true | { tenantName: string }): Promise<TenantId> {
  if (await crossTenant.tenantExists(demoTenant)) return demoTenant;
  return crossTenant.createTenant({ name: demo === true ? 'Demo' : demo.tenantName, id: demoTenant });
}
