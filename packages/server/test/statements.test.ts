import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const sources = fileURLToPath(new URL('../src', import.meta.url));
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(sources, path), 'utf8') }));

/** Each begins to read or write a table; a join has its own condition. */
const table =
  /\.(?:selectFrom|insertInto|updateTable|deleteFrom|innerJoin|leftJoin|rightJoin|fullJoin)\(\s*['"`[]/g;
const written =
  /\b(?:from|join|into|update)\s+(?:orders|order_\w+|accounts|sessions|tenants|tenant_\w+|active_numbers|number_\w+|idempotency_keys|events|event_counters|audit_log|api_keys|webhook_\w+|portouts|portout_\w+|service_records|deadlines|mails)\b/gi;
const tenant = /tenant_id/g;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const statements = (text: string) => count(text, table) + count(text, written);

/** The tables themselves, and the one file that looks at several tenants. */
const elsewhere = [
  'first-tables.ts',
  'webhook-tables.ts',
  'number-tables.ts',
  'portout-tables.ts',
  'mail-tables.ts',
  'tenant-table.ts',
  'cross-tenant.ts',
];

describe('the statements of the server', () => {
  const asking = files.filter(
    ({ text, path }) => statements(text) > 0 && !elsewhere.includes(basename(path)),
  );

  it('stand in stores only', () => {
    const strange = asking.filter(({ path }) => !path.endsWith('.store.ts')).map(({ path }) => path);
    expect(strange).toEqual([]);
    expect(asking.length).toBeGreaterThan(8);
  });

  it('name the tenant, each of them', () => {
    const forgetful = asking
      .filter(({ text }) => count(text, tenant) < statements(text))
      .map(({ path, text }) => `${path}: ${statements(text)} tables, tenant_id ${count(text, tenant)} times`);
    expect(forgetful).toEqual([]);
  });
});
