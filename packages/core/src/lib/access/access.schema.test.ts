import { describe, expect, it } from 'vitest';
import { fieldProblems } from '../http/field-problems.ts';
import type { Schema } from '../http/operation.ts';
import { accountInputSchema } from './account-input.schema.ts';
import { accountSchema } from './account.schema.ts';
import { embedSessionInputSchema } from './embed-session-input.schema.ts';
import { embedSessionSchema } from './embed-session.schema.ts';
import { policyInputSchema } from './policy-input.schema.ts';
import { defaultPolicy, policySchema } from './policy.schema.ts';
import { sessionSchema } from './session.schema.ts';

const pathsOf = (schema: Schema, value: unknown) =>
  fieldProblems(schema, value).problems?.map((problem) => problem.path) ?? [];

describe('an account as the reseller names it', () => {
  const account = { name: 'Acme', level: 'business', owner: { name: 'Ada', email: 'ada@acme.example' } };

  it('ACC-1: stands at the top, in UTC and English, unless it says otherwise', () => {
    expect(accountInputSchema.parse(account)).toEqual({
      ...account,
      parent: null,
      timeZone: 'UTC',
      locale: 'en',
      recipients: [],
      contact: {},
    });
  });

  it.each(['business', 'business-unit', 'program'])('ACC-1: has the level %s', (level) => {
    expect(pathsOf(accountInputSchema, { ...account, level })).toEqual([]);
  });

  it.each([
    ['/level', { level: 'team' }],
    ['/parent', { parent: '' }],
    ['/parent', { parent: '..' }],
    ['/name', { name: 'x'.repeat(201) }],
    ['/timeZone', { timeZone: 'Mars/Olympus' }],
    ['/timeZone', { timeZone: '+05:30' }],
    ['/locale', { locale: 'english_US!' }],
    ['/owner/email', { owner: { name: 'Ada', email: 'ada' } }],
    ['/recipients', { recipients: Array.from({ length: 51 }, (_, n) => `r${n}@acme.example`) }],
    ['/recipients/0', { recipients: ['everybody'] }],
    ['/contact/url', { contact: { url: 'javascript:alert(1)' } }],
    ['/contact/url', { contact: { url: 'mailto:ada@acme.example' } }],
    ['/contact/fax', { contact: { fax: '1' } }],
    ['/id', { id: 'acme' }],
  ])('ACC-1: is refused at %s', (path, change) => {
    expect(pathsOf(accountInputSchema, { ...account, ...change })).toEqual([path]);
  });

  it.each(['America/New_York', 'UTC', 'Australia/Lord_Howe'])('TIM-3: takes the zone %s', (timeZone) => {
    expect(pathsOf(accountInputSchema, { ...account, timeZone })).toEqual([]);
  });

  it('ORD-10: keeps the place of the order number in a link', () => {
    const contact = { url: 'https://help.example/cancel?order={order}' };
    expect(accountInputSchema.parse({ ...account, contact }).contact).toEqual(contact);
  });
});

describe('a request for a session', () => {
  const request = {
    account: 'acme',
    user: { id: 'u-1', name: 'Ada' },
    permissionSet: 'member',
    origins: ['https://portal.example'],
  };

  it('ACC-2: lasts fifteen minutes unless it says otherwise', () => {
    expect(embedSessionInputSchema.parse(request)).toEqual({ ...request, ttlSeconds: 900 });
  });

  it.each(['viewer', 'member', 'admin', 'owner'])('ACC-2: may be for the set %s', (permissionSet) => {
    expect(pathsOf(embedSessionInputSchema, { ...request, permissionSet })).toEqual([]);
  });

  it('ACC-2: staff goes without an account, and nobody else', () => {
    const staff = { ...request, account: undefined, permissionSet: 'staff' };
    expect(embedSessionInputSchema.parse(staff).account).toBeNull();
    expect(pathsOf(embedSessionInputSchema, { ...request, permissionSet: 'staff' })).toEqual(['/account']);
    expect(pathsOf(embedSessionInputSchema, { ...request, account: null })).toEqual(['/account']);
    const picked = { ...staff, permissionSet: undefined, permissions: ['orders:view'] };
    expect(pathsOf(embedSessionInputSchema, picked)).toEqual(['/account']);
  });

  it.each([
    ['/permissionSet', { permissions: ['orders:view'] }],
    ['/permissionSet', { permissionSet: undefined }],
    ['/permissionSet', { permissionSet: 'root' }],
    ['/permissions/0', { permissionSet: undefined, permissions: ['orders:eat'] }],
    ['/user/id', { user: { id: '', name: 'Ada' } }],
    ['/user/name', { user: { id: 'u', name: 'A\nB' } }],
    ['/user/role', { user: { id: 'u', name: 'Ada', role: 'admin' } }],
    ['/origins', { origins: [] }],
    ['/origins', { origins: Array.from({ length: 21 }, (_, n) => `https://p${n}.example`) }],
    ['/origins/0', { origins: ['portal.example'] }],
    ['/origins/0', { origins: ['https://portal.example/'] }],
    ['/origins/0', { origins: ['https://portal.example/path'] }],
    ['/origins/0', { origins: ['https://portal.example:443'] }],
    ['/origins/0', { origins: ['*'] }],
    ['/origins/0', { origins: ['null'] }],
    ['/origins/0', { origins: ['file:///tmp'] }],
    ['/ttlSeconds', { ttlSeconds: 59 }],
    ['/ttlSeconds', { ttlSeconds: 3601 }],
    ['/locale', { locale: '!' }],
  ])('ACC-2: is refused at %s', (path, change) => {
    expect(pathsOf(embedSessionInputSchema, { ...request, ...change })).toEqual([path]);
  });

  it.each(['http://localhost:4870', 'https://portal.example', 'http://[::1]:80'.replace(':80', ':8080')])(
    'takes the origin %s',
    (origin) => {
      expect(pathsOf(embedSessionInputSchema, { ...request, origins: [origin] })).toEqual([]);
    },
  );
});

describe('a policy', () => {
  it('TIM-5: may name its days off, or leave them to the federal holidays', () => {
    expect(pathsOf(policyInputSchema, { holidays: ['2026-12-24'] })).toEqual([]);
    expect(pathsOf(policyInputSchema, { holidays: null })).toEqual([]);
    expect(policyInputSchema.parse({})).toEqual({});
  });

  it.each([
    ['/retentionDays', { retentionDays: -1 }],
    ['/retentionDays', { retentionDays: 366 }],
    ['/retentionDays', { retentionDays: 1.5 }],
    ['/retentionDays', { retentionDays: '7' }],
    ['/confirmationHours', { confirmationHours: 0 }],
    ['/confirmationHours', { confirmationHours: 721 }],
    ['/holidays/0', { holidays: ['2026-02-30'] }],
    ['/holidays', { holidays: Array.from({ length: 1001 }, () => '2026-12-24') }],
    ['/contact/email', { contact: { email: 'nobody' } }],
    ['/addedLater', { addedLater: 1 }],
  ])('ORD-6: is refused at %s', (path, policy) => {
    expect(pathsOf(policyInputSchema, policy)).toEqual([path]);
  });

  it.each([
    ['/batchMaxRows', { batchMaxRows: 0 }],
    ['/batchMaxRows', { batchMaxRows: 1_000_001 }],
    ['/numberApprovalMinutes', { numberApprovalMinutes: -1 }],
    ['/areaCodes/0', { areaCodes: ['150'] }],
    ['/areaCodes/0', { areaCodes: [501] }],
    ['/allowFictionalNumbers', { allowFictionalNumbers: 'yes' }],
  ])('NUM-3, NUM-4, NUM-9: is refused at %s', (path, policy) => {
    expect(pathsOf(policyInputSchema, policy)).toEqual([path]);
  });

  it('NUM-3, NUM-9: takes files of a million rows, and numbers that all wait for staff', () => {
    expect(pathsOf(policyInputSchema, { batchMaxRows: 1_000_000, numberApprovalMinutes: null })).toEqual([]);
  });
});

describe('what the server shows', () => {
  const more = { addedLater: { yes: true } };
  const account = { id: 'a', name: 'A', level: 'region', timeZone: 'UTC' };
  const shown: [string, Schema, object][] = [
    [
      'account',
      accountSchema,
      {
        ...account,
        parent: null,
        locale: 'en',
        owner: { name: 'Ada', email: 'a@b.example', ...more },
        recipients: [],
        contact: { ...more },
        version: 1,
      },
    ],
    ['token', embedSessionSchema, { token: 't', expiresAt: 'later', capabilities: ['faxes:view'] }],
    [
      'session',
      sessionSchema,
      {
        user: { id: 'u', name: 'Ada', ...more },
        account: { ...account, ...more },
        permissions: ['faxes:view'],
        locale: null,
        expiresAt: 'later',
        policy: { retentionDays: 7, ...more },
        contact: { fax: '1' },
      },
    ],
  ];

  it.each(shown)('ACC-2: keeps of a %s what this version does not know', (_, schema, value) => {
    const given = { ...value, ...more };
    expect(fieldProblems(schema, structuredClone(given)).value).toEqual(given);
  });

  it.each(shown)('ACC-2: misses each field of a %s', (_, schema, value) => {
    for (const field of Object.keys(value)) {
      expect(pathsOf(schema, { ...value, [field]: undefined }), field).not.toEqual([]);
    }
  });
});

describe('a policy as the server shows it', () => {
  it('ORD-6: keeps what this version does not know', () => {
    const shown = { ...defaultPolicy, addedLater: { yes: true } };
    expect(fieldProblems(policySchema, shown).value).toEqual(shown);
  });
});
