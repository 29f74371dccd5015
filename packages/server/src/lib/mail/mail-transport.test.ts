import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Conduct, type MailServer, type Step, openMailServer } from '../../../test/mail-server.ts';
import { type MailPatience, mailExpireMs, mailLeaseMs, mailPatience } from './mail-patience.ts';
import { type MailSettings, type OutgoingMail, smtpTransport } from './mail-transport.ts';

const mail: OutgoingMail = {
  messageId: '<1@kit.example>',
  date: new Date('2026-11-22T12:00:00Z'),
  fromName: 'Northwind Voice',
  to: { address: 'olive@acme.example', name: 'Olive Owner' },
  subject: 'Hello',
  text: 'Hello',
  html: '<p>Hello</p>',
  locale: 'en',
};
const never = new AbortController().signal;
const impatient = { connection: 300, greeting: 300, text: 1_000, word: 1_000 };

let server: MailServer;
beforeEach(async () => void (server = await openMailServer()));
afterEach(() => server.close());

function send(
  more: Partial<OutgoingMail> = {},
  settings: Partial<MailSettings> = {},
  { cut = never, patience = impatient }: { cut?: AbortSignal; patience?: MailPatience } = {},
) {
  const place = { host: '127.0.0.1', port: server.port, tls: 'none' as const, from: 'desk@kit.example' };
  return smtpTransport({ ...place, ...settings }, patience).send({ ...mail, ...more }, cut);
}

describe('a mail on its way to a mail server', () => {
  it('arrives as it was written, and says that no person wrote it', async () => {
    expect(await send()).toEqual({ sent: true });
    const [taken] = server.taken;
    expect(taken).toMatchObject({ to: mail.to.address, from: 'desk@kit.example', messageId: mail.messageId });
    expect(taken?.raw).toMatch(/^From: Northwind Voice <desk@kit\.example>\r$/m);
    expect(taken?.raw).toMatch(/^Date: Sun, 22 Nov 2026 12:00:00 \+0000\r$/m);
    expect(taken?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(taken?.raw).toMatch(/^Content-Language: en\r$/m);
  });

  it.each([
    'Eve\r\nBcc: eve@evil.example',
    'Eve\nBcc: eve@evil.example\n\nMy text',
    'Eve\u2028Bcc: eve@evil.example',
    '"Eve" <eve@evil.example>, x',
    'Ève, "Olive"; <b>',
    '山田 😀',
  ])('has no header that a name brings along: %j', async (name) => {
    const to = { address: 'olive@acme.example', name };
    expect(await send({ fromName: name, to, subject: name })).toEqual({ sent: true });
    const head = server.taken[0]!.raw.split('\r\n\r\n')[0]!;
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head).toMatch(/<desk@kit\.example>\r$/m);
    expect(head).toMatch(/<olive@acme\.example>\r$/m);
    expect(server.taken.map((taken) => taken.to)).toEqual(['olive@acme.example']);
  });

  const refusal = (at: Step, code: number): Conduct => ({ at, code, text: 'No.' });
  it.each<[string, Conduct, boolean, RegExp, boolean?]>([
    ['no such recipient', refusal('recipient', 550), true, /550 No\./],
    ['a recipient who is full', refusal('recipient', 452), false, /452 No\./],
    ['a mail that is refused', refusal('data', 554), true, /554 No\./],
    ['a mail that is to come later', refusal('data', 451), false, /451 No\./],
    ['a sender that is refused', refusal('sender', 553), false, /553 No\./],
    ['a server that takes nobody', refusal('connect', 554), false, /554 No\./],
    ['a server that goes silent', 'silent', false, /time|Timeout|greeting/i],
    ['a server that takes it and says nothing', 'cut', false, /closed/, true],
  ])(
    'of %s tells whether it is worth another try',
    async (_name, conduct, isFinal, problem, mayHaveArrived = false) => {
      server.conduct = () => conduct;
      const outcome = await send();
      expect(outcome).toMatchObject({ sent: false, isFinal, mayHaveArrived });
      expect(outcome).toHaveProperty('problem', expect.stringMatching(problem));
    },
  );

  it('is sent, where the server says so and ends the connection', async () => {
    server.conduct = () => 'said-and-cut';
    expect(await send()).toEqual({ sent: true });
  });

  it('is tried again where signing in fails, for that can be put right', async () => {
    server.conduct = () => refusal('sign-in', 535);
    expect(await send({}, { user: 'u', password: 'secret' })).toMatchObject({ sent: false, isFinal: false });
    server.conduct = () => 'take';
    expect(await send({}, { user: 'u', password: 'secret' })).toEqual({ sent: true });
  });

  it('is tried again where nobody listens', async () => {
    const { port } = server;
    await server.close();
    expect(await send({}, { port })).toMatchObject({ sent: false, isFinal: false, problem: /ECONNREFUSED/ });
    server = await openMailServer();
  });

  it('ends after its time with a server that drips', async ({ onTestFinished }) => {
    const dripping = createServer((socket) => {
      const drip = setInterval(() => socket.write('220-wait\r\n'), 50);
      socket.on('close', () => clearInterval(drip)).on('error', () => undefined);
    });
    await new Promise<void>((resolve) => dripping.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void dripping.close());
    const { port } = dripping.address() as AddressInfo;
    const outcome = await send({}, { port });
    expect(outcome).toMatchObject({ sent: false, isFinal: false });
  });

  it('goes nowhere without encryption, unless that is said', async () => {
    expect(await send({}, { tls: 'starttls' })).toMatchObject({ sent: false, isFinal: false });
    expect(await send({}, { tls: 'tls' })).toMatchObject({ sent: false, isFinal: false });
    await server.close();
    server = await openMailServer({ starttls: true });
    // Its certificate is nobody's.
    expect(await send({}, { tls: 'starttls' })).toMatchObject({ sent: false, problem: /certificate/ });
    expect(server.taken).toEqual([]);
  });

  it('is cut off when the server cannot wait any longer', async () => {
    server.conduct = () => 'silent';
    const cut = new AbortController();
    setTimeout(() => cut.abort(), 50);
    expect(await send({}, {}, { cut: cut.signal })).toMatchObject({ sent: false, problem: /stopped/ });
  });

  it('is waited for, once the mail server has it whole, far longer than for anything before', async () => {
    server.conduct = () => ({ saysWhen: wait(600) });
    const patience = { ...impatient, text: 300, word: 10_000 };
    expect(await send({}, {}, { patience })).toEqual({ sent: true });
    expect(server.taken).toHaveLength(1);
    server.conduct = (to) => (to === null ? 'take' : 'silent');
    const outcome = await send({}, {}, { patience });
    expect(outcome).toMatchObject({ sent: false, mayHaveArrived: false, problem: /took too long/ });
  });

  it('whose server never says what became of it may have arrived, which is told with the failure', async () => {
    server.conduct = () => ({ saysWhen: new Promise(() => undefined) });
    const outcome = await send({}, {}, { patience: { ...impatient, word: 100 } });
    const problem =
      'The mail server took too long. The mail server had the whole mail by then, and may have taken it.';
    expect(outcome).toEqual({ sent: false, isFinal: false, mayHaveArrived: true, problem });
    const cut = new AbortController();
    const sending = send({}, {}, { cut: cut.signal, patience: mailPatience });
    await vi.waitFor(() => expect(server.taken).toHaveLength(2));
    cut.abort();
    expect(await sending).toMatchObject({
      mayHaveArrived: true,
      problem: /^The server was stopped.*may have taken it/,
    });
  });

  it('has the ten minutes for its last word that RFC 5321 asks for, and nobody else begins meanwhile', () => {
    const { text, word } = mailPatience;
    expect(word).toBeGreaterThanOrEqual(10 * 60_000);
    expect(mailLeaseMs).toBeGreaterThan(text + word);
    expect(mailExpireMs).toBeGreaterThan(mailLeaseMs);
  });
});
