import { createHash, randomBytes } from 'node:crypto';

/** What a request shows to prove who sends it. The tenant is only claimed until the hash is found there. */
export interface Credential {
  kind: 'key' | 'session';
  /** A UUID in its usual form. */
  tenant: string;
  /** SHA-256 of the whole token, in hexadecimal; the token itself goes no further. */
  hash: string;
}

const kinds = { sk: 'key', nds: 'session' } as const;

/** Reads an `Authorization` header; `null` for whatever cannot be one of our tokens. */
export function parseCredential(header: string | null): Credential | null {
  const match = /^Bearer +((sk|nds)_([0-9a-f]{32})_[A-Za-z0-9_-]{43}) *$/i.exec(header ?? '');
  const [, token, prefix, tenant] = match ?? [];
  if (!token || !tenant || (prefix !== 'sk' && prefix !== 'nds')) return null;
  return { kind: kinds[prefix], tenant: toUuid(tenant), hash: hashToken(token) };
}

/** A fresh secret of 256 bits that carries its tenant: `sk_…` or `nds_…`. */
export function newToken(kind: Credential['kind'], tenant: string): string {
  const prefix = kind === 'key' ? 'sk' : 'nds';
  return `${prefix}_${tenant.replaceAll('-', '')}_${randomBytes(32).toString('base64url')}`;
}

/** The only form in which a token is stored. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function toUuid(hex: string): string {
  return hex.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
