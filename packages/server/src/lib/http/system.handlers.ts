import { operations } from '@numberdesk/core';
import { operationInputs } from '@numberdesk/core/inputs';
import { toOpenApi } from '@numberdesk/core/openapi';
import type { Database } from '../db/database.ts';
import { send } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { Refusal } from './refusal.ts';

/** What whoever runs or studies the server may ask without a token. */
export function systemEndpoints(database: Pick<Database, 'isReady'>, version: string): Endpoint[] {
  const document = JSON.stringify(openApi(version));
  const get = (path: string, body: () => string | Promise<string>): Endpoint => ({
    method: 'get',
    path,
    answer: async (exchange) => send({ status: 200, etag: null, body: await body() }, exchange),
  });
  return [
    get('/healthz', () => '{"status":"alive"}'),
    get('/readyz', async () => {
      if (await database.isReady()) return '{"status":"ready"}';
      throw new Refusal('unavailable', 'The database does not answer, or its schema is out of date.', {
        retryAfter: 2,
      });
    }),
    get('/v1/openapi.json', () => document),
  ];
}

/** The operations by their tables, and the stream, which is no operation. */
function openApi(version: string) {
  const document = toOpenApi(operations, operationInputs, { version }) as { paths: Record<string, unknown> };
  const parameter = (where: 'query' | 'header', name: string) => ({
    in: where,
    name,
    required: false,
    description: 'The position after which to go on; without one, from now on.',
    schema: { type: 'string', pattern: '^[0-9]{1,15}$' },
  });
  document.paths['/v1/events'] = {
    get: {
      operationId: 'events.follow',
      tags: ['events'],
      summary: 'What happens, as server-sent events, for as long as the token is good.',
      description:
        'Events: `ready` (where the feed stands), `order.changed` with `{ id, at, order }`, `reset` (read everything ' +
        'anew), `reauth` (fetch a new token). The id of each is its position; gaps are normal.',
      parameters: [parameter('header', 'Last-Event-ID'), parameter('query', 'after')],
      responses: { 200: { description: 'The stream', content: { 'text/event-stream': {} } } },
    },
  };
  return document;
}
