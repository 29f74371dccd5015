import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestDatabase, databaseKinds, openTestDatabase } from '../../../test/test-database.ts';
import { queueSchema } from '../db/maintenance.ts';
import { type Queue, openQueue } from './queue.ts';

interface Note {
  text: string;
}

describe.each(databaseKinds)('the queue on %s', (kind) => {
  let database: TestDatabase;
  const failures: unknown[] = [];
  beforeAll(async () => void (database = await openTestDatabase(kind)));
  afterAll(() => database.close());
  const open = () => openQueue(database, (error) => void failures.push(error));
  const job = (text: string) => ({ key: text, data: { text }, expireMs: 60_000 });

  it('has each job done once, by either of two processes, and keeps one under a key while it waits', async () => {
    const [giver, ...takers] = [await open(), await open(), await open()];
    const work = `once-${kind}`;
    const done: string[][] = [[], []];
    await giver.add(work, [job('a'), job('b'), job('a')]);
    await giver.add(work, [job('b'), ...Array.from({ length: 40 }, (_, at) => job(`more-${at}`))]);
    await Promise.all(
      takers.map((taker, at) =>
        taker.take<Note>(work, async ({ text }) => {
          await wait(5);
          done[at]!.push(text);
        }),
      ),
    );
    await vi.waitFor(() => expect(done.flat()).toHaveLength(42), 15_000);
    expect(new Set(done.flat()).size).toBe(42);
    await giver.add(work, [job('a')]);
    await vi.waitFor(() => expect(done.flat()).toHaveLength(43), 15_000);
    await Promise.all([giver, ...takers].map((queue) => queue.stop(0)));
    expect(failures).toEqual([]);
  });

  it('tells of a job that fails, and goes on with the others', async () => {
    const queue = await open();
    const work = `failing-${kind}`;
    const done: string[] = [];
    await queue.take<Note>(work, async ({ text }) => {
      if (text === 'bad') throw new Error('This one fails.');
      done.push(text);
    });
    await queue.add(work, [job('bad'), job('good')]);
    await vi.waitFor(() => expect(done).toEqual(['good']), 15_000);
    await queue.stop(0);
    expect(failures.splice(0)).toEqual([new Error('This one fails.')]);
  });

  it('lets a job that takes its time hold up no other', async () => {
    const queue = await open();
    const work = `slow-${kind}`;
    const done: string[] = [];
    await queue.take<Note>(work, async ({ text }, cut) => {
      if (text.startsWith('slow')) await wait(60_000, undefined, { signal: cut }).catch(() => undefined);
      done.push(text);
    });
    await queue.add(
      work,
      Array.from({ length: 15 }, (_, at) => job(`slow-${at}`)),
    );
    await queue.add(work, [job('quick')]);
    await vi.waitFor(() => expect(done).toEqual(['quick']), 15_000);
    await queue.stop(0);
    expect(done).toHaveLength(16);
  });

  it('waits at its end for what is under way, then cuts it off, and begins nothing new', async () => {
    const queue = await open();
    const work = `ending-${kind}`;
    const seen: string[] = [];
    const taken = queue.take<Note>(work, async ({ text }, cut) => {
      seen.push(text);
      await wait(60_000, undefined, { signal: cut }).catch(() => seen.push('cut'));
    });
    await Promise.all([taken, queue.add(work, [job('long')])]);
    await vi.waitFor(() => expect(seen).toEqual(['long']), 15_000);
    await queue.stop(20);
    await queue.add(work, [job('late')]);
    expect(seen).toEqual(['long', 'cut']);
  });

  it('leaves the connection as it was, when text that begins a transaction fails', async () => {
    await expect(database.ask('begin; select 1/0; commit')).rejects.toThrow(/division/);
    for (let time = 0; time < 12; time++) expect(await database.ask('select 1')).toHaveProperty('rows');
  });

  it('is not asked within a transaction, which on the embedded database would wait for ever', async () => {
    const tenant = await database.newTenant();
    const queue = await open();
    await expect(database.write(tenant, () => queue.add('nested', [job('a')]))).rejects.toThrow(/beside/);
    await queue.stop(0);
  });
});

/** A database in which nobody has opened a queue yet. */
async function openWithoutQueue() {
  const database = await openTestDatabase('postgres');
  await database.ask(`drop schema if exists ${queueSchema} cascade`);
  return database;
}

describe.runIf(databaseKinds.includes('postgres'))('the tables of the queue', () => {
  it('are made once, however many processes start at once', async () => {
    const database = await openWithoutQueue();
    const queues = await Promise.all(Array.from({ length: 4 }, () => openQueue(database, () => undefined)));
    await Promise.all(queues.map((queue: Queue) => queue.stop(0)));
    await database.close();
  });

  it('are used by one that meets another as it makes them', async () => {
    const database = await openWithoutQueue();
    let others = 0;
    const met = {
      kind: 'postgres' as const,
      ask: async (text: string, values?: unknown[]) => {
        if (/create schema/i.test(text) && others++ === 0) {
          await (await openQueue(database, () => undefined)).stop(0);
          await database.ask('insert into pg_namespace (oid, nspname, nspowner) values (1, $1, 10)', [
            queueSchema,
          ]);
        }
        return database.ask(text, values);
      },
    };
    const queue = await openQueue(met, () => undefined);
    await queue.add('met', [{ key: 'a', data: {}, expireMs: 60_000 }]);
    await queue.stop(0);
    await database.close();
    expect(others).toBe(1);
  });

  it('take a right that the database user may lack: the error says what to run', async () => {
    const database = await openWithoutQueue();
    const limited = {
      kind: 'postgres' as const,
      ask: (text: string, values?: unknown[]) =>
        /create schema/i.test(text)
          ? Promise.reject(Object.assign(new Error('permission denied'), { code: '42501' }))
          : database.ask(text, values),
    };
    await expect(openQueue(limited, () => undefined)).rejects.toThrow(
      /create schema numberdesk_queue authorization current_user/,
    );
    await database.close();
  });
});
