import * as z from 'zod/mini';
import { type LimitSettings, defaultLimits } from './http/limits.ts';
import type { MailSettings } from './mail/mail-transport.ts';

const count = (unless: number) =>
  z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(1_000_000_000)), unless);

const millis = (unless: number, most: number) =>
  z._default(z.coerce.number().check(z.int(), z.gte(10), z.lte(most)), unless);

/** Every variable that the server reads: its shape, what it means, and what holds where it is not set. */
export const variables = {
  DATABASE_URL: {
    schema: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//, 'Not of the form "postgres://…".'))),
    unless: '(embedded)',
    means: 'A PostgreSQL server, version 15 or later. Any number of server processes may share it.',
  },
  NUMBERDESK_DATA: {
    schema: z._default(z.string().check(z.minLength(1)), '.numberdesk'),
    unless: '.numberdesk',
    means: 'The folder of the embedded database, where DATABASE_URL is not set. One process at a time.',
  },
  NUMBERDESK_HOST: {
    schema: z._default(z.string().check(z.minLength(1)), '127.0.0.1'),
    unless: '127.0.0.1',
    means: 'The address to listen on. Put a proxy that speaks TLS before anything but loopback.',
  },
  PORT: {
    schema: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535)), 4870),
    unless: '4870',
    means: 'The port to listen on; 0 takes a free one.',
  },
  NUMBERDESK_BASE_PATH: {
    schema: z._default(
      z.string().check(z.regex(/^(\/[\w.~-]+)*$/, 'Not a path such as "/numbers" (no final slash).')),
      '',
    ),
    unless: '(none)',
    means: 'The path below which everything is served.',
  },
  NUMBERDESK_DEMO: {
    schema: z._default(z.stringbool(), false),
    unless: 'false',
    means: 'Demo mode: a tenant of its own that the public key "sk_demo" opens. On loopback only.',
  },
  NUMBERDESK_LOOPBACK_WEBHOOKS: {
    schema: z._default(z.stringbool(), false),
    unless: 'false',
    means: 'Lets webhooks go to http://localhost and the like, to try them out on this machine.',
  },
  NUMBERDESK_EVENT_POLL_MS: {
    schema: millis(500, 10_000),
    unless: '500',
    means: "How often changes made by other processes are looked for while somebody's stream is open.",
  },
  NUMBERDESK_HEARTBEAT_MS: {
    schema: millis(15_000, 30_000),
    unless: '15000',
    means: 'How often a quiet event stream shows that it is alive.',
  },
  NUMBERDESK_REQUESTS_PER_ADDRESS: {
    schema: count(defaultLimits.requestsPerAddress),
    unless: String(defaultLimits.requestsPerAddress),
    means:
      'Requests a minute that this process takes from one address; those with a good secret key are not counted. 0: any number.',
  },
  NUMBERDESK_REQUESTS_PER_SESSION: {
    schema: count(defaultLimits.requestsPerSession),
    unless: String(defaultLimits.requestsPerSession),
    means: 'Requests a minute that this process takes of one session. 0: any number.',
  },
  NUMBERDESK_REQUESTS_PER_KEY: {
    schema: count(defaultLimits.requestsPerKey),
    unless: String(defaultLimits.requestsPerKey),
    means: 'Requests a minute that this process takes with one secret key. 0: any number.',
  },
  NUMBERDESK_STREAMS_PER_SESSION: {
    schema: count(defaultLimits.streamsPerSession),
    unless: String(defaultLimits.streamsPerSession),
    means: 'Event streams that one session may have open at this process. 0: any number.',
  },
  NUMBERDESK_STREAMS_PER_KEY: {
    schema: count(defaultLimits.streamsPerKey),
    unless: String(defaultLimits.streamsPerKey),
    means: 'Event streams that may be open with one secret key at this process. 0: any number.',
  },
  NUMBERDESK_PROXIES: {
    schema: z._default(z.coerce.number().check(z.int(), z.gte(0), z.lte(10)), 0),
    unless: '0',
    means:
      'How many proxies stand before this process and add to X-Forwarded-For; with 0, that header is not looked at.',
  },
  NUMBERDESK_SMTP_HOST: {
    schema: z.optional(z.string().check(z.regex(/^[\w.:-]+$/, 'Not the name of a host.'))),
    unless: '(none)',
    means: 'The mail server. Without one, mail is written down and waits, and nobody is sent any.',
  },
  NUMBERDESK_SMTP_PORT: {
    schema: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(65_535)), 587),
    unless: '587',
    means: 'The port of the mail server.',
  },
  NUMBERDESK_SMTP_TLS: {
    schema: z._default(z.enum(['starttls', 'tls', 'none']), 'starttls'),
    unless: 'starttls',
    means:
      'How the connection is encrypted: "starttls" (mostly port 587) and "tls" (mostly port 465) send nothing without; "none" is for a mail server on the same machine.',
  },
  NUMBERDESK_SMTP_USER: {
    schema: z.optional(z.string()),
    unless: '(none)',
    means: 'The user at the mail server; without one, nobody signs in.',
  },
  NUMBERDESK_SMTP_PASSWORD: {
    schema: z.optional(z.string()),
    unless: '(none)',
    means: "That user's password.",
  },
  NUMBERDESK_MAIL_FROM: {
    schema: z.optional(z.email()),
    unless: '(none)',
    means:
      "The address that mail comes from; needed with NUMBERDESK_SMTP_HOST. The name beside it is the tenant's.",
  },
} as const;

/** The settings of a process, read once. */
export interface Config {
  databaseUrl: string | undefined;
  dataDir: string;
  host: string;
  port: number;
  basePath: string;
  isDemo: boolean;
  loopbackWebhooks: boolean;
  eventPollMs: number;
  heartbeatMs: number;
  limits: LimitSettings;
  proxies: number;
  mail: MailSettings | undefined;
}

/**
 * Reads the settings; an empty variable counts as not set.
 *
 * @throws Error that names every variable that is not right.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const wrong: string[] = [];
  const read = <Name extends keyof typeof variables>(name: Name) => {
    const given = env[name] === '' ? undefined : env[name];
    const parsed = z.safeParse(variables[name].schema, given, { error: z.locales.en().localeError });
    if (!parsed.success) wrong.push(`${name}: ${parsed.error.issues[0]?.message ?? 'not understood'}`);
    return parsed.data as z.output<(typeof variables)[Name]['schema']>;
  };
  const config: Config = {
    databaseUrl: read('DATABASE_URL'),
    dataDir: read('NUMBERDESK_DATA'),
    host: read('NUMBERDESK_HOST'),
    port: read('PORT'),
    basePath: read('NUMBERDESK_BASE_PATH'),
    isDemo: read('NUMBERDESK_DEMO'),
    loopbackWebhooks: read('NUMBERDESK_LOOPBACK_WEBHOOKS'),
    eventPollMs: read('NUMBERDESK_EVENT_POLL_MS'),
    heartbeatMs: read('NUMBERDESK_HEARTBEAT_MS'),
    limits: {
      requestsPerAddress: read('NUMBERDESK_REQUESTS_PER_ADDRESS'),
      requestsPerSession: read('NUMBERDESK_REQUESTS_PER_SESSION'),
      requestsPerKey: read('NUMBERDESK_REQUESTS_PER_KEY'),
      streamsPerSession: read('NUMBERDESK_STREAMS_PER_SESSION'),
      streamsPerKey: read('NUMBERDESK_STREAMS_PER_KEY'),
    },
    proxies: read('NUMBERDESK_PROXIES'),
    mail: mailSettings({
      host: read('NUMBERDESK_SMTP_HOST'),
      port: read('NUMBERDESK_SMTP_PORT'),
      tls: read('NUMBERDESK_SMTP_TLS'),
      user: read('NUMBERDESK_SMTP_USER'),
      password: read('NUMBERDESK_SMTP_PASSWORD'),
      from: read('NUMBERDESK_MAIL_FROM'),
    }),
  };
  if (env['NUMBERDESK_SMTP_HOST'] && !env['NUMBERDESK_MAIL_FROM']) {
    wrong.push('NUMBERDESK_MAIL_FROM: Needed with NUMBERDESK_SMTP_HOST.');
  }
  if (wrong.length > 0) throw new Error(`The settings are not right. ${wrong.join(' ')}`);
  if (config.isDemo && !['127.0.0.1', '::1', 'localhost'].includes(config.host)) {
    throw new Error(
      'NUMBERDESK_DEMO opens the server to anybody: it listens on loopback only, so unset NUMBERDESK_HOST.',
    );
  }
  return config;
}

type Given<Settings> = { [Name in keyof Settings]: Settings[Name] | undefined };

function mailSettings({ host, port, tls, from, ...rest }: Given<MailSettings>): MailSettings | undefined {
  return host && port && tls && from ? { host, port, tls, from, ...rest } : undefined;
}
