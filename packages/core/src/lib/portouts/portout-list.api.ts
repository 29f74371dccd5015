import type { Operation, Sent } from '../http/operation.ts';
import type { portOutQuerySchema } from './portout-query.schema.ts';
import { portOutPageSchema } from './portout.schema.ts';

/** Port-out requests of the account and of what lies below it, the newest first (POR-2, POR-6). */
export const listPortOuts = {
  method: 'get',
  path: 'portouts',
  summary: 'Port-out requests of the account and of what lies below it, the newest first.',
  needs: 'portouts:view',
  query: {} as Sent<typeof portOutQuerySchema>,
  output: portOutPageSchema,
  throws: ['not-found'],
} as const satisfies Operation;
