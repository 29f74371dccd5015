import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { createSession } from '@numberdesk/core/backend';
import { createServer } from '@numberdesk/server';

const port = Number(process.env['PORT'] ?? 4880);
const origin = `http://127.0.0.1:${port}`;
const numberdesk = await createServer({
  dataDir: process.env['NUMBERDESK_DATA'] ?? '.numberdesk',
  basePath: '/numberdesk',
  demo: true,
});

/** The page, its script and the widgets; nothing else can be asked for. */
function fileAt(path: string): URL | null {
  if (path === '/' || path === '/portal.js') return new URL(path.slice(1) || 'index.html', import.meta.url);
  const widget = /^\/elements\/((?:chunks\/)?[\w-]+\.js)$/.exec(path)?.[1];
  return widget ? new URL(import.meta.resolve(`@numberdesk/elements/cdn/${widget}`)) : null;
}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname.startsWith('/numberdesk/')) return numberdesk.fetch(request);
  if (pathname === '/session' && request.headers.get('origin') === origin) {
    const user = { id: 'u-1', name: 'Ada Byron' }; // whoever your own login says is there
    const who = { account: 'meridian', user, permissionSet: 'member' as const, origins: [origin] };
    return Response.json(
      await createSession({ baseUrl: `${origin}/numberdesk`, secretKey: 'sk_demo', ...who }),
    );
  }
  const file = fileAt(pathname);
  if (!file) return new Response('There is no such page.', { status: 404 });
  const type = file.pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
  return new Response(await readFile(file), { headers: { 'content-type': type } });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void numberdesk.close().finally(() => process.exit()));
}
serve({ fetch: answer, hostname: '127.0.0.1', port }, () => console.log(`Open ${origin}/`));
