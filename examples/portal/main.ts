import { serve } from '@hono/node-server';
import { readConfig } from './config.ts';
import { openPortal } from './portal.ts';
import { progressLine } from './progress-line.ts';

const starting = () =>
  new Response('The portal is starting. Try again in a moment.', {
    status: 503,
    headers: { 'retry-after': '2' },
  });

/** Listens first, so that a taken port is told before anything is touched; opens the portal behind it. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const stopping = new AbortController();
  let answer: (request: Request) => Response | Promise<Response> = starting;
  const server = serve({ fetch: (request) => answer(request), hostname: '127.0.0.1', port: config.port });
  await new Promise((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });

  // Ctrl-C reaches a process twice under `npm start`: the second one must not cut the first one's work short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve());
  });
  const { port } = server.address() as { port: number };
  const portal = await openPortal(config, {
    origin: `http://127.0.0.1:${port}`,
    signal: stopping.signal,
    onProgress: progressLine(config.demoOrders, process.stdout),
    onFatal(error) {
      console.error(error.message);
      process.exit(1);
    },
  }).catch((error: unknown) => {
    if (!stopping.signal.aborted) throw error;
  });
  if (portal && !stopping.signal.aborted) {
    answer = portal.fetch;
    console.log(
      `The portal is at http://127.0.0.1:${port}/ and the provider's desk at /desk. Ctrl-C stops it.`,
    );
    await stopped;
  }
  server.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
  await portal?.close();
}

/** What went wrong, as a sentence for whoever typed `npm start`. */
function sentence(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const port = process.env['PORT'] || '4870';
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop the program that has it, or choose another one: PORT=4871 npm start`;
  if (code === 'EACCES')
    return `Port ${port} may not be used by you. Choose one above 1023: PORT=4871 npm start`;
  return message;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(sentence(error));
    process.exit(1);
  },
);
