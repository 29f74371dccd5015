/**
 * The backend: a fetch handler over PostgreSQL or an embedded database, to mount in an application of your own; the
 * `numberdesk` command runs it as a process of its own.
 *
 * @module
 */
export {
  type NumberdeskServer,
  type RequestOrigin,
  type ServerOptions,
  createServer,
} from './lib/create-server.ts';
export type { LimitSettings } from './lib/http/limits.ts';
export type { Log, LogRecord } from './lib/http/log.ts';
export type { MailSettings } from './lib/mail/mail-transport.ts';
export type { Mailbox, MailboxMail } from './lib/mail/mailbox.ts';
