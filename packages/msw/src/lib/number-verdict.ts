import { type PhoneNumber, numberVerdict } from '@numberdesk/core/numbers';
import { toInstant } from '@numberdesk/core/time';
import { Refusal } from './refusal.ts';
import type { Tenant } from './tenant.ts';

/**
 * Writes down what staff finds of a number, and tells of it (NUM-9).
 *
 * @throws Refusal `transition-not-allowed`.
 */
export function judgeNumber(
  { numbers }: Tenant,
  known: PhoneNumber,
  { valid, note }: { valid: boolean; note: string | null },
  now: number,
): PhoneNumber {
  const verdict = numberVerdict(known, valid);
  if (!verdict.ok) {
    const detail = `A number that is ${verdict.from} cannot become ${verdict.to}.`;
    throw new Refusal(verdict.code, detail, { errors: [{ path: '/valid', code: verdict.code, detail }] });
  }
  if (valid) numbers.rejected.delete(known.number);
  const facts = numbers.facts(known.id)!;
  const change = { status: verdict.status, note, statusChangedAt: toInstant(now), approvesAt: null };
  const after = numbers.write({ ...facts, ...change, version: known.version + 1 });
  numbers.tell(after.account, { numbers: [after] });
  return after;
}
