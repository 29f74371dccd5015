/** How a mail server is reached, and from which address mail comes. */
export interface MailSettings {
  host: string;
  port: number;
  /** `starttls` and `tls` send nothing without encryption; `none` is for a server on the same machine. */
  tls: 'starttls' | 'tls' | 'none';
  user?: string | undefined;
  password?: string | undefined;
  /** The address that all mail comes from; the name beside it is the tenant's. */
  from: string;
}

/** A mail, whole. */
export interface OutgoingMail {
  messageId: string;
  /** When it was written: the same with every attempt. */
  date: Date;
  fromName: string;
  to: { address: string; name: string | null };
  subject: string;
  text: string;
  html: string;
  /** BCP 47. */
  locale: string;
}

/** What became of an attempt. A refusal that is final is of this mail to this recipient, and of no other. */
export type MailOutcome = { sent: true } | { sent: false; isFinal: boolean; problem: string };

/** Takes mail to a mail server; it never throws. */
export interface MailTransport {
  /** The part of every Message-ID behind the `@`. */
  domain: string;
  send(mail: OutgoingMail, cut: AbortSignal): Promise<MailOutcome>;
}

/** Milliseconds: to connect and be greeted, of silence in between, and in all. */
const patience = { connection: 10_000, greeting: 10_000, silence: 20_000, whole: 60_000 };

/** A transport with a connection for each mail: one that breaks concerns that mail alone, and nothing is sent by itself again. */
export function smtpTransport(settings: MailSettings, limits = patience): MailTransport {
  const { from } = settings;
  // Loaded with the first mail: most commands send none.
  let opened: ReturnType<typeof openTransport> | undefined;
  return {
    domain: from.slice(from.lastIndexOf('@') + 1),
    async send(mail, cut) {
      const transport = await (opened ??= openTransport(settings, limits));
      const late = AbortSignal.timeout(limits.whole);
      try {
        await transport.sendMail({ ...message(mail, from), signal: AbortSignal.any([cut, late]) });
        return { sent: true };
      } catch (error) {
        if (cut.aborted) return { sent: false, isFinal: false, problem: 'The server was stopped meanwhile.' };
        if (late.aborted) return { sent: false, isFinal: false, problem: 'The mail server took too long.' };
        return { sent: false, ...failure(error as SmtpError) };
      }
    },
  };
}

async function openTransport(
  { host, port, tls, user, password }: MailSettings,
  { connection, greeting, silence }: typeof patience,
) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    host,
    port,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user ? { auth: { user, pass: password ?? '' } } : {}),
    connectionTimeout: connection,
    greetingTimeout: greeting,
    dnsTimeout: connection,
    socketTimeout: silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Of whoever reads it nothing but an answer by a person is wanted: no out-of-office notes. */
const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

function message({ messageId, date, fromName, to, subject, text, html, locale }: OutgoingMail, from: string) {
  return {
    messageId,
    date,
    from: { name: oneLine(fromName), address: from },
    to: { name: oneLine(to.name ?? ''), address: to.address },
    subject: oneLine(subject),
    text,
    html,
    headers: { ...headers, 'Content-Language': locale },
  };
}

/** What would begin another header becomes a blank. */
export const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

interface SmtpError extends Error {
  code?: string;
  command?: string;
  /** What the server answered. */
  response?: string;
  responseCode?: number;
}

/** Where a mail server speaks of this recipient or this mail; elsewhere it speaks of us, and that can be put right. */
const aboutTheMail: readonly (string | undefined)[] = ['RCPT TO', 'DATA'];

function failure({ code, command, response, responseCode = 0, message }: SmtpError) {
  const isFinal = responseCode >= 500 && aboutTheMail.includes(command);
  const said = response ? `The mail server answered: ${response}` : `${message}${code ? ` (${code})` : ''}`;
  return { isFinal, problem: oneLine(said).slice(0, 500) };
}
