import type { Transaction } from 'kysely';
import type { CrossTenant } from './cross-tenant.ts';
import type { Tables } from './tables.ts';
import type { TenantId } from './tenant-id.ts';

export { type TenantId, parseTenantId } from './tenant-id.ts';

/** What a text was answered; one that holds several statements has an answer for each. */
export type Answered = { rows: unknown[] } | { rows: unknown[] }[];

/** A transaction in which only one tenant's rows exist. Every store is built on one. */
export interface TenantTransaction {
  readonly tenant: TenantId;
  readonly db: Transaction<Tables>;
  /** A fresh id for a row. */
  newId(): string;
}

/** PGlite or PostgreSQL; the same SQL either way. */
export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Runs in a short read-only transaction with one snapshot, as the application's role.
   *
   * @throws Error when called inside another transaction.
   */
  read<T>(tenant: TenantId, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  /**
   * Runs in a transaction as the application's role: commits what `work` did when it resolves, else nothing.
   *
   * @throws Error when called inside another transaction.
   */
  write<T>(tenant: TenantId, work: (tx: TenantTransaction) => Promise<T>): Promise<T>;
  /** The few statements that look at several tenants. */
  readonly crossTenant: CrossTenant;
  /** For the job queue, which has tables of its own: asks as their owner, never about a tenant's. */
  ask(text: string, values?: unknown[]): Promise<Answered>;
  /** Whether the database answers and its schema is up to date. */
  isReady(): Promise<boolean>;
  /** Removes what is kept no longer and, on PGlite, does what no background process does there. */
  maintain(): Promise<void>;
  /** Waits for what is running, then closes. */
  close(): Promise<void>;
}
