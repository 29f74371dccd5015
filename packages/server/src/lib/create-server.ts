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
import { type LimitSettings, createLimits } from './http/limits.ts';
import { type Log, type LogRecord, errorText, jsonLines } from './http/log.ts';
import { operationEndpoint } from './http/operation-endpoint.ts';
import { createOrigins } from './http/origins.ts';
import { createRefusalAudit } from './http/refusal-audit.ts';
import { systemEndpoints } from './http/system.handlers.ts';
import { sweepDeadlines } from './portouts/portout.jobs.ts';
import { repeat } from './jobs/repeat.ts';
import { openQueue } from './jobs/queue.ts';
import { type MailTransport, type MailSettings, smtpTransport } from './mail/mail-transport.ts';
import { type Mailbox, mailboxOf } from './mail/mailbox.ts';
import { MailSender } from './mail/mail.jobs.ts';
import { numberHandlers } from './numbers/number.handlers.ts';
import { startApprovals } from './numbers/number.jobs.ts';
import { orderHandlers } from './orders/order.handlers.ts';
import { type PostWebhook, createWebhookPost } from './webhooks/webhook-post.ts';
import { portOutHandlers } from './portouts/portout.handlers.ts';
import { keepsMonthsClosed } from './portouts/portout-months.ts';
import { WebhookSender } from './webhooks/webhook-sender.ts';
import { webhookHandlers } from './webhooks/webhook.handlers.ts';

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
  /** Lets webhooks go to `http://localhost` and the like, to try them out on this machine; never anywhere else. */
  loopbackWebhooks?: boolean;
  /** Told when another process has taken the data folder: end this one. Nothing is read or written any more. */
  onFatal?: (error: Error) => void;
  /** The server that mail is handed to; without one, mail is written down and waits. */
  mail?: MailSettings | undefined;
  /** How much this process takes from one sender; what is left out is as in `numberdesk serve`. */
  limits?: Partial<LimitSettings>;
}

/** What a host knows of a request; whatever else a framework hands over with it is not looked at. */
export interface RequestOrigin {
  /** The address of whoever sends it; without one, nothing is counted by address. */
  address?: string | null | undefined;
}

/** A running server. */
export interface NumberdeskServer {
  /** Answers a request; mount it in any framework that speaks `Request` and `Response`. */
  fetch(request: Request, from?: RequestOrigin | object): Promise<Response>;
  /**
   * The tenant's mails as they are written down, sent or not, the newest first: what a page shows that stands in for a
   * mail program. For the reseller's own staff, as the key says.
   *
   * @throws Error when the key is not good.
   */
  mailbox: Mailbox;
  /** Ends the streams, waits for the requests under way, and closes the database. */
  close(): Promise<void>;
}

const routesOf = ({ loopbackWebhooks: loopback = false }: ServerOptions) => [
  ...accessHandlers(keepsMonthsClosed),
  ...numberHandlers(),
  ...orderHandlers,
  ...portOutHandlers,
  ...webhookHandlers({ loopback }),
];
/** To be logged at the start of a server that knows no mail server. */
const mailNotice =
  'No mail server is set: mail is written down and waits, and nobody is sent any. Set NUMBERDESK_SMTP_HOST and ' +
  'NUMBERDESK_MAIL_FROM, or the option "mail".';
const demoTenantId = parseTenantId('00000000-0000-7000-8000-00000000d300') as TenantId;

/**
 * Opens the database, brings its schema up to date and answers requests.
 *
 * @throws Error in one sentence when the database cannot be opened, or another process holds the data folder.
 * @example
 * const numberdesk = await createServer({ dataDir: './data', basePath: '/numberdesk' });
 * const response = await numberdesk.fetch(request);
 */
export async function createServer(options: ServerOptions = {}): Promise<NumberdeskServer> {
  const { log = jsonLines, clock = Date.now, ids = uuidv7, demo } = options;
  const note = noteTo(log, clock);
  let server: NumberdeskServer | null = null;
  const database = await openDatabase({
    url: options.databaseUrl,
    dataDir: options.dataDir,
    clock,
    ids: () => ids(),
    onConnectionError: (error) => note('error', 'A database connection failed.', error),
    onFolderLost: (error) => {
      note('error', 'Another process has taken the data folder.', error);
      void server?.close();
      options.onFatal?.(error);
    },
  });
  if (database.kind === 'pglite' && options.dataDir) note('warn', pgliteNotice);
  if (!options.mail) note('warn', mailNotice);
  try {
    const demoTenant = demo ? await openDemo(database, demo) : null;
    server = await serverOver(database, { ...options, log, clock, ids, demoTenant });
    return server;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The options of a server over a database that is open already. */
type OpenOptions = Omit<ServerOptions, 'databaseUrl' | 'dataDir' | 'demo' | 'onFatal'> &
  Required<Pick<ServerOptions, 'log' | 'clock' | 'ids'>> & {
    demoTenant?: TenantId | null;
    /** Instead of the network. */
    postWebhook?: PostWebhook;
    mailTransport?: MailTransport;
  };

/** A server over a database that is open already, and that it closes in the end. */
export async function serverOver(database: Database, options: OpenOptions): Promise<NumberdeskServer> {
  const { log, clock, ids, demoTenant = null, heartbeatMs = 15_000, eventPollMs = 500 } = options;
  const note = noteTo(log, clock);
  const onFailure = (error: unknown) => note('error', 'Work in the background failed.', error);
  // First of all, for it may fail, and nothing else should have begun then.
  const mail = await startMail(database, options, onFailure);
  const stop = new AbortController();
  const closing = stop.signal;
  const maintenance = startMaintenance(database, { onFailure });
  const feed = createEventFeed(database, { pollMs: eventPollMs, onFailure });
  const onRefusal = createRefusalAudit(database, onFailure);
  const limits = createLimits(options.limits);
  const webhooks = startWebhooks(database, options, onFailure);
  const onEvents = (tenant: TenantId) => {
    feed.changed(tenant);
    webhooks.wake();
    mail.wake();
  };
  const approvals = startApprovals({ database, clock, onEvents, onFailure });
  const due = { database, clock, onEvents, onFailure };
  const deadlines = repeat(() => sweepDeadlines(due), { every: 5_000, onFailure });
  const ground = { database, demoTenant, onRefusal, limits, onEvents };
  const app = createApp({
    endpoints: [
      ...systemEndpoints(database, packageJson.version),
      ...routesOf(options).map((route) => operationEndpoint(route, ground)),
      eventEndpoint({ database, feed, demoTenant, limits, clock, heartbeatMs, closing, onFailure }),
    ],
    basePath: options.basePath ?? '',
    origins: createOrigins(database.crossTenant, clock),
    limits,
    clock,
    ids,
    log,
    closing,
    onRefusal,
  });

  const running = new Set<Promise<Response>>();
  let closed: Promise<void> | null = null;
  async function close(): Promise<void> {
    stop.abort();
    feed.close();
    await Promise.allSettled([...running, webhooks.stop(), mail.stop()]);
    await Promise.all([maintenance.stop(), approvals.stop(), deadlines.stop()]);
    await database.close();
  }
  return {
    fetch(request, from) {
      const response = app(request, addressOf(from));
      running.add(response);
      return response.finally(() => running.delete(response));
    },
    mailbox: mailboxOf(database, { demoTenant, clock }),
    close: () => (closed ??= close()),
  };
}

function startWebhooks(
  database: Database,
  { clock, ids, loopbackWebhooks: loopback = false, postWebhook: post }: OpenOptions,
  onFailure: (error: unknown) => void,
): WebhookSender {
  const sender = new WebhookSender({
    database,
    crossTenant: database.crossTenant,
    post: post ?? createWebhookPost({ loopback }),
    clock,
    ids,
    random: Math.random,
    userAgent: `Numberdesk/${packageJson.version}`,
    onFailure,
  });
  sender.start();
  return sender;
}

/**
 * How long a mail under way may still take when the server stops. Whoever stops servers waits ten seconds or more; a mail
 * server may take ten minutes to say that it has taken a mail.
 */
const mailGraceMs = 5_000;

async function startMail(
  database: Database,
  { log, clock, ids, mail, mailTransport }: OpenOptions,
  onFailure: (error: unknown) => void,
): Promise<{ wake(): void; stop(): Promise<void> }> {
  const queue = await openQueue(database, onFailure);
  const transport = mailTransport ?? (mail ? smtpTransport(mail) : null);
  const { crossTenant } = database;
  const onDoubt = ({ id, messageId }: { id: string; messageId: string | null }) =>
    noteTo(log, clock)('warn', `Mail ${id} may have arrived already; it is sent again as ${messageId}.`);
  const ports = { database, crossTenant, queue, clock, ids, random: Math.random, onDoubt, onFailure };
  const sender = transport && new MailSender({ ...ports, transport });
  await sender?.start();
  return {
    wake: () => sender?.wake(),
    async stop() {
      await sender?.stop();
      await queue.stop(mailGraceMs);
    },
  };
}

/** A framework may hand over something else of its own in that place. */
function addressOf(from: RequestOrigin | object = {}): string | null {
  return 'address' in from && typeof from.address === 'string' ? from.address : null;
}

function noteTo(log: Log, clock: () => number) {
  return (level: LogRecord['level'], message: string, error?: unknown) =>
    log({
      time: toInstant(clock()),
      level,
      message,
      ...(error === undefined ? {} : { error: errorText(error) }),
    });
}

async function openDemo({ crossTenant }: Database, demo: true | { tenantName: string }): Promise<TenantId> {
  if (await crossTenant.tenantExists(demoTenantId)) return demoTenantId;
  return crossTenant.createTenant({ name: demo === true ? 'Demo' : demo.tenantName, id: demoTenantId });
}
