import { type MailPatience, mailPatience } from './mail-patience.ts';

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

/**
 * What became of an attempt. A refusal that is final is of this mail to this recipient, and of no other. A mail that may
 * have arrived is one that the mail server had whole and said nothing about.
 */
export type MailOutcome =
  { sent: true } | { sent: false; isFinal: boolean; mayHaveArrived: boolean; problem: string };

/** Takes mail to a mail server; it never throws. */
export interface MailTransport {
  /** The part of every Message-ID behind the `@`. */
  domain: string;
  send(mail: OutgoingMail, cut: AbortSignal): Promise<MailOutcome>;
}

/** A transport with a connection for each mail: one that breaks concerns that mail alone, and nothing is sent by itself again. */
export function smtpTransport(settings: MailSettings, patience = mailPatience): MailTransport {
  const { from } = settings;
  return {
    domain: from.slice(from.lastIndexOf('@') + 1),
    async send(mail, cut) {
      const wait = waitFor(patience);
      try {
        const transport = await openTransport(settings, patience, wait.forTheWord);
        await transport.sendMail({ ...message(mail, from), signal: AbortSignal.any([cut, wait.isOver]) });
        return { sent: true };
      } catch (error) {
        if (cut.aborted) return unknown(wait.isForTheWord, 'The server was stopped meanwhile.');
        if (wait.isOver.aborted) return unknown(wait.isForTheWord, 'The mail server took too long.');
        return failure(error as SmtpError, wait.isForTheWord);
      } finally {
        wait.end();
      }
    },
  };
}

/** Watches over one attempt: `isOver` aborts when the mail server has had its time, which begins anew with its last word. */
function waitFor({ text, word }: MailPatience) {
  const over = new AbortController();
  const run = (millis: number) => setTimeout(() => over.abort(), millis);
  let timer = run(text);
  const wait = {
    isOver: over.signal,
    /** Whether the whole text is with the mail server, so that only its word is missing. */
    isForTheWord: false,
    forTheWord() {
      wait.isForTheWord = true;
      clearTimeout(timer);
      timer = run(word);
    },
    end: () => clearTimeout(timer),
  };
  return wait;
}

async function openTransport(
  { host, port, tls, user, password }: MailSettings,
  { connection, greeting, text, word }: MailPatience,
  onTextOver: () => void,
) {
  // Loaded with the first mail: most commands send none.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    host,
    port,
    secure: tls === 'tls',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(user ? { auth: { user, pass: password ?? '' } } : {}),
    connectionTimeout: connection,
    greetingTimeout: greeting,
    dnsTimeout: connection,
    // What ends a silence is the watch over the attempt, which knows whose turn it is.
    socketTimeout: text + word,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.use('stream', ({ message: node }, done) => {
    // It is read only once the mail server has asked for it, and its end is followed by the dot.
    node.processFunc((input) => input.once('end', onTextOver));
    done();
  });
  return transport;
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

function failure(
  { code, command, response, responseCode = 0, message }: SmtpError,
  isForTheWord: boolean,
): MailOutcome {
  const said = response ? `The mail server answered: ${response}` : `${message}${code ? ` (${code})` : ''}`;
  const problem = oneLine(said).slice(0, 500);
  if (!response) return unknown(isForTheWord, problem);
  const isFinal = responseCode >= 500 && aboutTheMail.includes(command);
  return { sent: false, isFinal, mayHaveArrived: false, problem };
}

/** Nobody has said that the mail was taken, nor that it was not. */
function unknown(mayHaveArrived: boolean, problem: string): MailOutcome {
  const doubt = ' The mail server had the whole mail by then, and may have taken it.';
  return { sent: false, isFinal: false, mayHaveArrived, problem: mayHaveArrived ? problem + doubt : problem };
}
