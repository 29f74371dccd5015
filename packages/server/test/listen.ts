import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { NumberdeskServer } from '../src/lib/create-server.ts';

/** Puts a server of this process behind a real socket; `stop` leaves the server itself as it is. */
export async function listen(
  server: Pick<NumberdeskServer, 'fetch'>,
): Promise<{ url: string; stop(): Promise<void> }> {
  const fetch = (request: Request) => server.fetch(request);
  const http = createAdaptorServer({ fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
