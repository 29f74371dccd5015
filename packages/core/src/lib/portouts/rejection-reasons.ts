import type { RejectionDetail } from './rejection-details.ts';
import { neverValidGrounds } from './never-valid-grounds.ts';

/** Why a request can be rejected, as a list offers it (POR-5). */
export interface RejectionReason {
  code: string;
  /** The carrier's own words, shown as they are; a built-in reason is labelled by its code, in the reader's language. */
  label?: string;
  /** What has to be told with it. */
  needs: readonly RejectionDetail[];
  /** Who has to put it right: who sent the request, the customer, or an authority. */
  fault: 'winning-carrier' | 'customer' | 'authority' | (string & {});
  /** Where it comes from: a rule by which it is valid, the practice of the trade, or the carrier's list. */
  source: string;
  /** Whether it is no ground for rejecting a simple port, and warns so. */
  isNotForSimplePorts?: boolean;
}

const fields = '47 CFR 52.36';
const trade = 'industry';

/** The built-in reasons, for a request whose carrier names none (POR-5). */
export const rejectionReasons = [
  { code: 'account-number-mismatch', needs: ['value'], fault: 'winning-carrier', source: fields },
  // What PIN was given is never told again, so nothing is needed that would.
  { code: 'pin-mismatch', needs: [], fault: 'winning-carrier', source: fields },
  { code: 'zip-mismatch', needs: ['value'], fault: 'winning-carrier', source: fields },
  ...(['name-mismatch', 'address-mismatch'] as const).map((code) => ({
    code,
    needs: ['value'] as const,
    fault: 'winning-carrier',
    source: trade,
    isNotForSimplePorts: true,
  })),
  { code: 'number-not-on-account', needs: ['numbers'], fault: 'winning-carrier', source: trade },
  { code: 'number-inactive', needs: ['numbers'], fault: 'customer', source: trade },
  { code: 'number-already-ported', needs: ['numbers'], fault: 'winning-carrier', source: trade },
  { code: 'numbers-incomplete', needs: ['numbers'], fault: 'winning-carrier', source: trade },
  { code: 'not-authorized', needs: ['evidence'], fault: 'winning-carrier', source: '47 CFR 64.1120' },
  { code: 'withdrawn', needs: ['evidence'], fault: 'customer', source: trade },
  { code: 'porting-freeze', needs: ['evidence'], fault: 'customer', source: '47 CFR 64.1190' },
  { code: 'request-incomplete', needs: ['field'], fault: 'winning-carrier', source: fields },
  { code: 'request-duplicate', needs: ['reference'], fault: 'winning-carrier', source: trade },
  { code: 'due-date-not-possible', needs: ['date'], fault: 'winning-carrier', source: '47 CFR 52.35' },
  { code: 'legal-order', needs: ['reference'], fault: 'authority', source: trade },
  { code: 'fraud-hold', needs: ['reference'], fault: 'authority', source: trade },
  { code: 'other', needs: ['text'], fault: 'winning-carrier', source: trade },
] as const satisfies readonly RejectionReason[];

export type RejectionReasonCode = (typeof rejectionReasons)[number]['code'];

/**
 * The reasons that a request can be rejected for: the carrier's for that very request where it names them, else the
 * built-in ones. A carrier's reason that is never valid, by its words or by its code, is not offered (POR-5).
 */
export function offeredReasons(
  carriers: readonly RejectionReason[] | null | undefined,
): readonly RejectionReason[] {
  const valid = (carriers ?? []).filter(({ code, label = '' }) =>
    [code, label].every((text) => neverValidGrounds(text).length === 0),
  );
  return valid.length > 0 ? valid : rejectionReasons;
}
