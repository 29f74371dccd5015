import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openMailServer } from '../../../test/mail-server.ts';
import { mailsIn, someMail } from '../../../test/mails.ts';
import { createAccount, noon } from '../../../test/samples.ts';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import type { TenantId } from '../db/database.ts';
import { openQueue } from '../jobs/queue.ts';
import { mailLeaseMs } from './mail-patience.ts';
import { smtpTransport } from './mail-transport.ts';
import type { MailOutcome, MailTransport, OutgoingMail } from './mail-transport.ts';
import { MailSender, deliverMail } from './mail.jobs.ts';
import type { NewMail } from './mail.store.ts';
import { mailStore } from './mail.store.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const never = new AbortController().signal;
const sent: MailOutcome = { sent: true };
const deferred: MailOutcome = { sent: false, isFinal: false, mayHaveArrived: false, problem: 'Come later.' };
const refused: MailOutcome = { sent: false, isFinal: true, mayHaveArrived: false, problem: 'No such box.' };

describe.each(databaseKinds)('mail on %s', (kind) => {
  let database: TestDatabase;
  let tenant: TenantId;
  beforeAll(async () => void (database = await openTestDatabase(kind)));
  afterAll(() => database.close());
  beforeEach(async () => {
    tenant = await database.newTenant();
    database.clock.now = noon;
  });

  async function write(...mails: Partial<NewMail>[]): Promise<string[]> {
    await database.write(tenant, async (tx) => {
      const account = await createAccount(tx, uuidv7().slice(0, 20));
      const all = mails.map((mail) => someMail(account, mail));
      await mailStore(tx).add(all, database.clock.now);
    });
    return (await mailsIn(database, tenant)).map(({ id }) => id).slice(-mails.length);
  }

  /** What a process does that has such a transport. */
  function process(answer: (mail: OutgoingMail) => MailOutcome | Promise<MailOutcome>) {
    const posted: OutgoingMail[] = [];
    const doubts: string[] = [];
    const transport: MailTransport = {
      domain: 'kit.example',
      send: async (mail) => {
        posted.push(mail);
        return answer(mail);
      },
    };
    const ports = {
      database,
      transport,
      clock: () => database.clock.now,
      ids: () => uuidv7(),
      random: () => 0,
      onDoubt: ({ id }: { id: string }) => void doubts.push(id),
    };
    const deliver = (mailId: string, cut = never) => deliverMail(ports, { tenant, mailId }, cut);
    return { posted, doubts, deliver };
  }
  const one = async (id: string) => (await mailsIn(database, tenant)).find((mail) => mail.id === id)!;
  const due = async () =>
    (await database.crossTenant.dueMails(database.clock.now))
      .filter((job) => job.tenant === tenant)
      .map(({ mailId }) => mailId);

  it('is sent once, however many are at it at once', async () => {
    const [id] = await write({});
    const both = [process(() => sent), process(() => sent)];
    const done = await Promise.all(both.flatMap(({ deliver }) => [deliver(id!), deliver(id!)]));
    expect(done.filter(Boolean)).toHaveLength(1);
    expect(both.flatMap(({ posted }) => posted)).toHaveLength(1);
    expect(await one(id!)).toMatchObject({
      status: 'sent',
      attempts: 1,
      messageId: `<${id}@kit.example>`,
      sentAt: '2026-11-22T12:00:00.000Z',
      problem: null,
    });
    expect(await due()).toEqual([]);
  });

  it('is tried again after 1, 2, 5, 10, 20, 40 and every 60 minutes, under one Message-ID', async () => {
    const [id] = await write({ expiresAt: noon + day });
    const { posted, deliver } = process(() => deferred);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt++) {
      const at = database.clock.now;
      expect(await deliver(id!)).toBe(false);
      while ((await due()).length === 0) database.clock.now += minute;
      waits.push((database.clock.now - at) / minute);
    }
    expect(waits).toEqual([1, 2, 5, 10, 20, 40, 60, 60, 60]);
    expect(new Set(posted.map(({ messageId }) => messageId)).size).toBe(1);
    expect(new Set(posted.map(({ date }) => date.getTime()))).toEqual(new Set([noon]));
    expect(await one(id!)).toMatchObject({ status: 'waiting', attempts: 9, problem: 'Come later.' });
  });

  it('that was refused for good is kept with the reason, and holds up no other', async () => {
    const [bad, good] = await write({ to: { address: 'gone@example.com', name: null } }, {});
    const { deliver } = process(({ to }) => (to.address === 'gone@example.com' ? refused : sent));
    await deliver(bad!);
    await deliver(good!);
    expect(await one(bad!)).toMatchObject({ status: 'failed', problem: 'No such box.', sentAt: null });
    expect(await one(good!)).toMatchObject({ status: 'sent' });
    expect(await due()).toEqual([]);
  });

  it('that nobody is helped by any more is not sent, and says so', async () => {
    const [id] = await write({ expiresAt: noon + day });
    const { posted, deliver } = process(() => sent);
    database.clock.now = noon + day;
    expect(await deliver(id!)).toBe(false);
    expect(posted).toEqual([]);
    expect(await one(id!)).toMatchObject({ status: 'failed', problem: /not sent by 2026-11-23/ });
  });

  it('of a process that died with it is sent by another once its lease has ended, under the same Message-ID, and that is said', async () => {
    const [id] = await write({});
    const dying = process(() => new Promise(() => undefined));
    void dying.deliver(id!);
    await vi.waitFor(() => expect(dying.posted).toHaveLength(1));
    const heir = process(() => sent);
    database.clock.now += mailLeaseMs - 1;
    expect(await due()).toEqual([]);
    expect(await heir.deliver(id!)).toBe(false);
    database.clock.now += 1;
    expect(await due()).toEqual([id]);
    expect(await heir.deliver(id!)).toBe(true);
    expect(heir.posted[0]!.messageId).toBe(dying.posted[0]!.messageId);
    expect([dying.doubts, heir.doubts]).toEqual([[], [id]]);
    expect(await one(id!)).toMatchObject({ status: 'sent', mayHaveArrived: true });
  });

  it('is left alone by a process that comes back after its time is over', async () => {
    const [id] = await write({});
    let answer = (_outcome: MailOutcome): void => undefined;
    const slow = process(() => new Promise((resolve) => (answer = resolve)));
    const delivering = slow.deliver(id!);
    await vi.waitFor(() => expect(slow.posted).toHaveLength(1));
    database.clock.now += mailLeaseMs;
    expect(await process(() => sent).deliver(id!)).toBe(true);
    answer(refused);
    await delivering;
    expect(await one(id!)).toMatchObject({ status: 'sent', problem: null });
  });

  it('that was cut off by the end of its server is due at once', async () => {
    const [id] = await write({});
    const cut = new AbortController();
    const { deliver } = process(() => (cut.abort(), deferred));
    await deliver(id!, cut.signal);
    expect(await due()).toEqual([id]);
    const heir = process(() => sent);
    await heir.deliver(id!);
    expect(heir.doubts).toEqual([]);
  });

  it('that the mail server had whole as its server stopped goes out again under its Message-ID, and that is said', async () => {
    const mailServer = await openMailServer();
    onTestFinished(() => mailServer.close());
    mailServer.conduct = () => ({ saysWhen: new Promise(() => undefined) });
    const place = {
      host: '127.0.0.1',
      port: mailServer.port,
      tls: 'none' as const,
      from: 'desk@kit.example',
    };
    const failures: unknown[] = [];
    const queue = await openQueue(database, (error) => void failures.push(error));
    const [id] = await write({});
    const doubts: string[] = [];
    const ports = { database, queue, clock: () => database.clock.now, ids: () => uuidv7(), random: () => 0 };
    const sender = new MailSender({
      ...ports,
      crossTenant: database.crossTenant,
      transport: smtpTransport(place),
      onDoubt: (mail) => void doubts.push(mail.id),
      onFailure: (error) => void failures.push(error),
    });
    await sender.start();
    await vi.waitFor(() => expect(mailServer.taken).toHaveLength(1), { timeout: 10_000 });
    await sender.stop();
    await queue.stop(20);
    expect(await one(id!)).toMatchObject({
      status: 'waiting',
      mayHaveArrived: true,
      problem: /stopped meanwhile/,
    });
    expect(doubts).toEqual([]);
    const heir = process(() => sent);
    expect(await heir.deliver(id!)).toBe(true);
    expect(heir.doubts).toEqual([id]);
    expect(heir.posted[0]!.messageId).toBe(mailServer.taken[0]!.messageId);
    expect(failures).toEqual([]);
  });

  it('about one thing reaches each reader in its order', async () => {
    const other = { address: 'other@example.com', name: null };
    const [first, second, toOther, elsewhere] = await write({}, {}, { to: other }, { about: 'portout:2' });
    expect(new Set(await due())).toEqual(new Set([first, toOther, elsewhere]));
    const { deliver } = process(() => sent);
    await deliver(first!);
    expect(new Set(await due())).toEqual(new Set([second, toOther, elsewhere]));
  });

  it('is sent by two processes through a mail server that fails in every way: none lost, none that was acknowledged twice', async () => {
    const server = await openMailServer();
    const failures: unknown[] = [];
    const count = 60;
    const readers = Array.from({ length: count }, (_, at) => ({ address: `r${at}@example.com`, name: null }));
    await write(...readers.map((to) => ({ to })));
    const ways = ['take', 'cut', 'said-and-cut', { at: 'recipient', code: 450, text: 'Busy.' }] as const;
    const tries = new Map<string, number>();
    server.conduct = (to) => {
      if (to === null) return 'take';
      const at = Number(/\d+/.exec(to)?.[0]);
      if (at % 10 === 9) return { at: 'recipient', code: 550, text: 'Nobody.' };
      return (tries.get(to) ?? 0) > 0 ? 'take' : ways[at % ways.length]!;
    };
    const settings = { host: '127.0.0.1', port: server.port, tls: 'none' as const, from: 'desk@kit.example' };
    const smtp = smtpTransport(settings);
    const transport: MailTransport = {
      domain: smtp.domain,
      send: (mail, cut) =>
        smtp.send(mail, cut).finally(() => tries.set(mail.to.address, (tries.get(mail.to.address) ?? 0) + 1)),
    };
    const onFailure = (error: unknown) => void failures.push(error);
    const onDoubt = () => undefined;
    const senders = await Promise.all(
      [1, 2].map(async () => {
        const queue = await openQueue(database, onFailure);
        const clock = () => database.clock.now;
        const ports = {
          database,
          queue,
          transport,
          clock,
          ids: () => uuidv7(),
          random: () => 0,
          onDoubt,
          onFailure,
        };
        const sender = new MailSender({ ...ports, crossTenant: database.crossTenant, pollMs: 100 });
        await sender.start();
        return { queue, sender };
      }),
    );
    const settled = async () =>
      (await mailsIn(database, tenant)).filter(({ status }) => status !== 'waiting').length;
    // Each has been tried once, and what came of it is written down.
    const untold = () =>
      database.asOwner<{ count: string }>(
        'select count(*) from mails where tenant_id = $1 and (attempts = 0 or lease is not null)',
        [tenant],
      );
    const patient = { timeout: 30_000, interval: 100 };
    await vi.waitFor(async () => expect(await untold()).toEqual([{ count: '0' }]), patient);
    database.clock.now += minute;
    await vi.waitFor(async () => expect(await settled()).toBe(count), patient);
    await Promise.all(senders.map(({ sender }) => sender.stop()));
    await Promise.all(senders.map(({ queue }) => queue.stop(1_000)));
    await server.close();

    const mails = await mailsIn(database, tenant);
    const takenOf = (address: string) => server.taken.filter(({ to }) => to === address);
    for (const { to, status, messageId } of mails) {
      const at = Number(/\d+/.exec(to.address)![0]);
      const isNobody = at % 10 === 9;
      const isCut = !isNobody && ways[at % ways.length] === 'cut';
      expect([at, status]).toEqual([at, isNobody ? 'failed' : 'sent']);
      // Taken without a word, it has to be sent once more: the same Message-ID says that it is the same.
      expect([at, takenOf(to.address).length]).toEqual([at, isNobody ? 0 : isCut ? 2 : 1]);
      expect(takenOf(to.address).every((taken) => taken.messageId === messageId)).toBe(true);
    }
    expect(failures).toEqual([]);
  }, 60_000);
});
