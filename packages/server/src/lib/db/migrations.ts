import type { Migration } from 'kysely/migration';
import { firstTables } from './first-tables.ts';
import { keepDoubts, mailTables } from './mail-tables.ts';
import { growInventory, keepHolders } from './number-tables.ts';
import { addPortOuts, keepAnswersDue, keepLetters } from './portout-tables.ts';
import { createTenantTable } from './tenant-table.ts';
import { webhookTables } from './webhook-tables.ts';

/**
 * The schema, step by step; a step that has been released is never changed. Every table but that of the numbers'
 * holders is led by its tenant, so that it can be spread by tenant; no triggers, stored functions or sequences.
 */
export const migrations: Record<string, Migration> = {
  '0001_first': {
    async up(db) {
      for (const table of firstTables) await createTenantTable(db, table);
    },
  },
  '0002_webhooks': {
    async up(db) {
      for (const table of webhookTables) await createTenantTable(db, table);
    },
  },
  '0003_numbers': { up: growInventory },
  '0004_portouts': { up: addPortOuts },
  '0005_mails': {
    async up(db) {
      for (const table of mailTables) await createTenantTable(db, table);
    },
  },
  '0006_answers_due': { up: keepAnswersDue },
  '0007_letters': { up: keepLetters },
  '0008_holders': { up: keepHolders },
  '0009_doubts': { up: keepDoubts },
};
