import type { Permission, PermissionSet, Policy, PortOutPolicy } from '@numberdesk/core/access';
import type { ProblemCode } from '@numberdesk/core/http';
import type { InstantLike } from '@numberdesk/core/time';
import type { AccountSeed } from './account-book.ts';
import type { NumberSeed } from './number-seed.ts';
import type { OrderSeed } from './order-seed.ts';
import type { OnFile } from './portout-book.ts';
import type { PortOutSeed } from './portout-seed.ts';

/** Who uses the page; what is left out is an admin of the first account. */
export interface SessionSeed {
  user?: { id: string; name: string };
  /** Where they act; `null` for the provider's staff. */
  account?: string | null;
  permissionSet?: PermissionSet;
  permissions?: readonly Permission[];
  locale?: string;
  expiresAt?: InstantLike;
}

/** How requests fail. */
export interface MockFailure {
  /** A problem of the server, or `network` for no answer at all. */
  code: ProblemCode | 'network';
  /** Only this operation, such as `orders.list`, or the stream, `events`; all unless given. */
  on?: string;
  /** How many requests fail; all unless given. */
  times?: number;
  /** With a problem: what it says. */
  detail?: string;
  /** With a problem: seconds after which to try again. */
  retryAfter?: number;
}

/** What a mock begins with. Every field may be left out. */
export interface MockOptions {
  /** Where the client looks for the server, without `/v1`; on any host and below any path unless given. */
  baseUrl?: string;
  /** One in each status unless given. */
  orders?: readonly OrderSeed[];
  /** What the inventory holds besides the numbers of `orders`; a few in each status unless given. */
  numbers?: readonly NumberSeed[];
  /** Port-out requests; one in each status unless given. */
  portouts?: readonly PortOutSeed[];
  /** What is on file, by account, which requests are held against. */
  onFile?: Readonly<Record<string, Partial<OnFile>>>;
  /** Numbers in E.164 that another tenant holds: whoever adds one is told `held-elsewhere`, and no more. */
  numbersOfOthers?: readonly string[];
  /** One business, `acme`, unless given. */
  accounts?: readonly AccountSeed[];
  /** Who any token stands for; `null` when only the tokens of `createEmbedSession` shall be taken. */
  session?: SessionSeed | null;
  /** What that session may do, instead of what its set holds. */
  permissions?: readonly Permission[];
  /** The key that opens every operation; `sk_mock` unless given. */
  secretKey?: string;
  policy?: Partial<Policy>;
  /** What of the policy on port-outs is not the default. */
  portOutPolicy?: Partial<PortOutPolicy>;
  /** When the carrier's orders were last read in. */
  syncedAt?: InstantLike | null;
  /** The moment at which it always is, or a clock; the real one unless given. */
  now?: InstantLike | (() => number);
  /** Milliseconds before each answer; `Infinity` for none at all. */
  delay?: number;
  fail?: MockFailure | MockFailure['code'] | null;
}
