import type { NumberFacts, NumberStatus } from '@numberdesk/core/numbers';
import { type InstantLike, toInstant } from '@numberdesk/core/time';

/** A number as a test writes it down: the number itself is enough, in E.164. */
export interface NumberSeed {
  number: string;
  /** The first account unless given. */
  account?: string;
  /** `null` for one that an order brought. */
  purpose?: string | null;
  /** `approved` unless given. */
  status?: NumberStatus;
  statusChangedAt?: InstantLike;
  /** When a pending one is approved by itself; it waits for staff unless given. */
  approvesAt?: InstantLike | null;
  note?: string | null;
  warning?: string | null;
  /** The order that brought it. */
  order?: string | null;
  /** A day ago unless given. */
  addedAt?: InstantLike;
}

/** What a mock shows that is given none. */
export const sampleNumbers: readonly NumberSeed[] = [
  { number: '+19735551001', purpose: 'customer-service' },
  { number: '+19735551002', purpose: 'informational-notification' },
  { number: '+19735551003', purpose: 'do-not-originate' },
  { number: '+19735551004', purpose: 'multi-use-line', status: 'pending' },
  {
    number: '+19735551005',
    purpose: 'telemarketing',
    status: 'rejected',
    note: 'The registration for telemarketing is missing.',
  },
];

const millisPerDay = 86_400_000;

/** The facts of a number from what a test has written down. */
export function growNumber(
  seed: NumberSeed,
  { id, account, now, version = 1 }: { id: string; account: string; now: number; version?: number },
): NumberFacts {
  const addedAt = toInstant(seed.addedAt ?? now - millisPerDay);
  const { number, purpose = 'customer-service', status = 'approved', approvesAt = null } = seed;
  return {
    id,
    number,
    account: seed.account ?? account,
    purpose,
    status,
    statusChangedAt: toInstant(seed.statusChangedAt ?? addedAt),
    approvesAt: status === 'pending' && approvesAt !== null ? toInstant(approvesAt) : null,
    note: seed.note ?? null,
    warning: seed.warning ?? null,
    order: seed.order ?? null,
    addedAt,
    version,
  };
}
