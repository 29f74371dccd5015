import { http, passthrough } from 'msw';
import { setupWorker } from 'msw/browser';
import type { PortalElement } from '../src/lib/internal/portal-element.ts';

/** Copies of the kit that have loaded nothing yet, each under addresses of its own. */
export class KitCopies {
  /** Whether what comes later is lost on its way. */
  isAway = false;
  readonly #worker;

  /** What comes later is what `later` matches. */
  constructor(later: RegExp) {
    this.#worker = setupWorker(
      http.get('*/packages/*', async ({ request }) => {
        const url = new URL(request.url);
        const copy = url.searchParams.get('copy');
        if (!copy) return passthrough();
        if (this.isAway && later.test(url.pathname)) return Response.error();
        const original = await fetch(url.origin + url.pathname);
        const source = await original.text();
        const own = source.replace(/(["'])(\.{1,2}\/[^"']+\.ts)\1/g, `$1$2?copy=${copy}$1`);
        return new Response(own, { headers: { 'content-type': 'text/javascript' } });
      }),
    );
  }

  start(): Promise<unknown> {
    return this.#worker.start({ quiet: true, serviceWorker: { url: '/mockServiceWorker.js' } });
  }

  stop(): void {
    this.#worker.stop();
  }

  /** Defines the widget of a file below `src/lib` as `<name>-widget`, and `<name>-portal`. */
  async define(name: string, file: string): Promise<void> {
    const files = [
      [file, 'widget'],
      ['access/numberdesk-portal', 'portal'],
    ];
    const defined = files.map(async ([path, tag]) => {
      const address = `/packages/elements/src/lib/${path}.element.ts?copy=${name}`;
      const [element] = Object.values((await import(address)) as Record<string, typeof PortalElement>);
      element?.define(`${name}-${tag}`);
    });
    await Promise.all(defined);
  }
}
