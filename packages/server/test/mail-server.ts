import type { AddressInfo, Socket } from 'node:net';
import { receiverCertificate, receiverKey } from './receiver-certificate.ts';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail that a server has taken, whether or not it said so. */
export interface TakenMail {
  to: string;
  from: string;
  messageId: string;
  raw: string;
}

/**
 * What a mail server does with a mail. `silent`: says nothing any more. `cut`: takes it and ends the connection without
 * a word. `said-and-cut`: takes it, says so and ends the connection. `saysWhen`: takes it, and says so when that has
 * come. Else its answer to the step.
 */
export type Conduct =
  | 'take'
  | 'silent'
  | 'cut'
  | 'said-and-cut'
  | { saysWhen: Promise<void> }
  | { at: Step; code: number; text: string };

/** What a mail server is asked for, one after the other. */
export type Step = 'connect' | 'sign-in' | 'sender' | 'recipient' | 'data';

/** A mail server that fails as it is told to. */
export interface MailServer {
  port: number;
  taken: TakenMail[];
  /** By the address of the recipient; for what comes before that, of nobody. */
  conduct: (to: string | null) => Conduct;
  /** What came in on connections, and how many there were. */
  connections: number;
  close(): Promise<void>;
}

interface Connection {
  id: string;
  _socket: Socket;
}

const header = (raw: string, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(raw)?.[1]?.trim() ?? '';

/** Opens one on a free port of this machine; without `secure`, it offers no encryption. */
export async function openMailServer({ starttls = false, port = 0 } = {}): Promise<MailServer> {
  const opened: MailServer = {
    port: 0,
    taken: [],
    conduct: () => 'take',
    connections: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };

  const step = (at: Step, to: string | null, answer: (error?: Error | null) => void) => {
    const conduct = opened.conduct(to);
    if (conduct === 'silent') return;
    if (typeof conduct === 'object' && 'at' in conduct && conduct.at === at) {
      answer(Object.assign(new Error(conduct.text), { responseCode: conduct.code }));
    } else answer();
  };

  const socketOf = ({ id }: SMTPServerSession) => {
    const all = (server as unknown as { connections: Set<Connection> }).connections;
    return [...all].find((connection) => connection.id === id)?._socket;
  };

  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: starttls ? [] : ['STARTTLS'],
    key: receiverKey,
    cert: receiverCertificate,
    disableReverseLookup: true,
    closeTimeout: 50,
    onConnect(_session, callback) {
      opened.connections++;
      step('connect', null, callback);
    },
    onAuth: (_auth, _session, callback) =>
      step('sign-in', null, (error) => (error ? callback(error) : callback(null, { user: 'u' }))),
    onMailFrom: (_address, _session, callback) => step('sender', null, callback),
    onRcptTo: ({ address }, _session, callback) => step('recipient', address, callback),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        step('data', to, (error) => {
          if (error) return callback(error);
          const from = session.envelope.mailFrom;
          const raw = Buffer.concat(chunks).toString();
          const messageId = header(raw, 'Message-ID');
          opened.taken.push({ to, from: from ? from.address : '', messageId, raw });
          const conduct = opened.conduct(to);
          if (conduct === 'cut') return socketOf(session)?.destroy();
          if (typeof conduct === 'object' && 'saysWhen' in conduct)
            return void conduct.saysWhen.then(() => callback());
          callback();
          if (conduct === 'said-and-cut') setImmediate(() => socketOf(session)?.destroy());
        });
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  opened.port = (server.server.address() as AddressInfo).port;
  return opened;
}
