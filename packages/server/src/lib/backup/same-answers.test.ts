import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, askEverything, fillDesk, readEvents } from '../../../test/full-desk.ts';
import { databaseKinds, ownerView } from '../../../test/test-database.ts';
import { type TestServer, openTestServer } from '../../../test/test-server.ts';
import { openBackupFile, writeBackupFile } from './backup-file.ts';
import { restoreBackup } from './restore.ts';
import { withSnapshot } from './snapshot.ts';

const pairs = databaseKinds.flatMap((from) => databaseKinds.map((to) => [from, to] as const));

describe.each(databaseKinds)('what %s holds', (from) => {
  const folder = mkdtempSync(join(tmpdir(), 'numberdesk-backup-'));
  const file = join(folder, 'all.backup');
  let source: TestServer;
  let desk: Desk;
  let answers: Record<string, unknown>;
  beforeAll(async () => {
    source = await openTestServer(from);
    desk = await fillDesk(source);
    answers = await askEverything(source, desk);
    await withSnapshot(ownerView(source.database), (backup) => writeBackupFile(file, backup));
  });
  afterAll(async () => {
    await source.close();
    rmSync(folder, { recursive: true });
  });

  it('is something of everything', () => {
    const statuses = Object.values(answers).map((answer) => (answer as unknown[])[0]);
    expect(statuses).toContain(200);
    expect(JSON.stringify(answers)).toMatch(/pending-docs.*completed.*canceled/s);
    expect(answers['again']).toMatchObject([201, 'true', '"1"', { number: 'twice' }]);
  });

  const targets = pairs.filter(([kind]) => kind === from).map(([, to]) => to);
  describe.each(targets)('and is brought to %s', (to) => {
    let target: TestServer;
    beforeAll(async () => {
      target = await openTestServer(to);
      if (from === to) await restoreBackup(ownerView(target.database), await openBackupFile(file));
      else {
        await withSnapshot(ownerView(source.database), (backup) =>
          restoreBackup(ownerView(target.database), backup),
        );
      }
    });
    afterAll(() => target.close());

    it('gives the same answers from there', async () => {
      expect(await askEverything(target, desk)).toEqual(answers);
      expect(await askEverything(source, desk)).toEqual(answers);
    });

    it('goes on where it was: the next event, the next version, the keys', async () => {
      const { tenant, events } = desk;
      const { body: before } = await target.send<{ version: number }>('GET', '/v1/orders/A-9', {
        as: tenant.key,
      });
      const moved = await target.send<{ version: number }>('PATCH', '/v1/orders/A-9/lines/1', {
        as: tenant.key,
        body: { status: 'processing' },
        headers: { 'if-match': `"${before.version}"` },
      });
      expect([moved.status, moved.body.version]).toEqual([200, before.version + 1]);
      const resumed = await readEvents(target, tenant.key, { after: events - 2, last: events + 1 });
      expect(resumed.map(({ type, id }) => [type, id])).toEqual([
        ['ready', events - 2],
        ['order.changed', events - 1],
        ['order.changed', events],
        ['order.changed', events + 1],
      ]);
      expect((await target.place(tenant.key, { number: 'A-12' })).number).toBe('A-12');
    });
  });
});
