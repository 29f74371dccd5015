import { type Client, createClient } from '@numberdesk/core';
import { createSession } from '@numberdesk/core/backend';
import { type PortalError, isPortalError } from '@numberdesk/core/http';
import type { PortOutDetail } from '@numberdesk/core/portouts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveInProcess } from '../../../test/command-line.ts';
import { portOut, rejection } from '../../../test/portout-desk.ts';
import { createPostgresDatabase, databaseKinds } from '../../../test/test-database.ts';

const secretKey = 'sk_demo';
const owner = { name: 'Grace Hopper', email: 'grace@acme.test' };
const requestedFocDate = '2099-01-01';

/** A process of the server on a database that others share. */
async function serve(databaseUrl: string) {
  const process = await serveInProcess({ DATABASE_URL: databaseUrl, NUMBERDESK_DEMO: 'true' });
  onTestFinished(() => void process.end('SIGKILL'));
  return process.url;
}

/** Somebody of the account who asks one of the processes. */
function clerk(baseUrl: string, name: string): Client {
  const user = { id: name, name };
  const session = { baseUrl, secretKey, user, account: 'acme', origins: ['https://portal.test'] };
  const fetchSession = () => createSession({ ...session, permissionSet: 'admin' });
  return createClient({ baseUrl, fetchSession, retries: 0 });
}

const settled = (call: Promise<PortOutDetail>): Promise<PortOutDetail | PortalError> =>
  call.catch((error: unknown) => {
    if (isPortalError(error)) return error;
    throw error;
  });

describe.runIf(databaseKinds.includes('postgres'))('two processes on one PostgreSQL', () => {
  it('POR-6: of an acceptance at one and a rejection at the other one wins, and the loser is shown who and what', async () => {
    const database = await createPostgresDatabase();
    onTestFinished(() => database.drop());
    const urls = [await serve(database.url), await serve(database.url)] as const;
    const provider = createClient({ baseUrl: urls[0], secretKey, retries: 0 });
    await provider.access.putAccount({ id: 'acme', name: 'Acme', level: 'business', owner });
    const [ada, lin] = [clerk(urls[0], 'Ada Byron'), clerk(urls[1], 'Lin Clerk')];
    await Promise.all([ada, lin].map((each) => each.access.session()));

    for (let round = 0; round < 12; round++) {
      const { id, version: ifMatch } = await provider.portouts.record(portOut({ requestedFocDate }));
      const accept = () => settled(ada.portouts.accept({ id }, { ifMatch }));
      const reject = () => settled(lin.portouts.reject({ id, ...rejection }, { ifMatch }));
      // Each is the first on its way in every other round.
      const both = round % 2 === 0 ? [accept(), reject()] : [reject(), accept()].toReversed();
      const answers = await Promise.all(both);
      const lost = answers.filter((answer) => isPortalError(answer));
      expect(lost, `round ${round}`).toHaveLength(1);
      const isAccepted = lost[0] === answers[1];
      const won = {
        status: isAccepted ? 'authorized' : 'rejection-in-review',
        version: 2,
        history: [
          {
            kind: isAccepted ? 'accept' : 'reject',
            by: { side: 'customer', name: isAccepted ? 'Ada Byron' : 'Lin Clerk' },
          },
          { kind: 'received' },
        ],
      };
      expect(lost[0]).toMatchObject({ code: 'stale', current: won });
      expect(await provider.portouts.get({ id })).toMatchObject({
        ...won,
        rejections: isAccepted ? [] : [{ reason: rejection.reason }],
      });
    }
  }, 60_000);
});
