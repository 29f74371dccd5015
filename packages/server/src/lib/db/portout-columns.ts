import type { JSONColumnType } from 'kysely';
import type {
  PortOutDetail,
  PortOutNumberStatus,
  PortOutStatus,
  RejectionReason,
} from '@numberdesk/core/portouts';
import type { Big, Chained, MaybeMoment, Moment, MomentOrNever } from './columns.ts';

type Submitted = PortOutDetail['submitted'];

/** The tables of port-outs. */
export interface PortOutTables {
  portouts: Chained & {
    tenant_id: string;
    id: string;
    request: string;
    request_key: string;
    account_id: string;
    /** A carrier's own status is kept as it is (POR-6). */
    status: string;
    /** The status, or `other` for one that the kit does not know. */
    known_status: PortOutStatus | 'other';
    received_at: Moment;
    port_type: string;
    time_zone: string | null;
    requested_foc_date: string;
    foc_date: string | null;
    winning_carrier: string | null;
    quantity: number;
    /** The request's own hours of silence; `null` where the policy's count (POR-9). */
    silence: JSONColumnType<{ hours: number | null }> | null;
    answer_due_at: MaybeMoment;
    port_due_at: MaybeMoment;
    silence_at: MaybeMoment;
    /** The earliest deadline of what is written down; `infinity` where none runs. */
    due_at: MomentOrNever;
    submitted: JSONColumnType<Submitted>;
    reasons: JSONColumnType<RejectionReason[]> | null;
    version: number;
    created_at: Moment;
    updated_at: Moment;
  };
  portout_numbers: {
    tenant_id: string;
    portout_id: string;
    number: string;
    position: number;
    status: PortOutNumberStatus;
    ported_on: string | null;
  };
  portout_suffixes: { tenant_id: string; suffix: string; portout_id: string };
  portout_events: {
    tenant_id: string;
    id: string;
    portout_id: string;
    at: Moment;
    kind: string;
    actor: JSONColumnType<Record<string, unknown>>;
    from_status: string | null;
    to_status: string | null;
    note: string | null;
    /** When an answer was due, by the clock that ran when it came. */
    answer_due_at: MaybeMoment;
    numbers: JSONColumnType<string[]> | null;
  };
  portout_rejections: {
    tenant_id: string;
    id: string;
    portout_id: string;
    at: Moment;
    reason: string;
    details: JSONColumnType<Record<string, unknown>>;
    confirmed: JSONColumnType<string[]>;
    is_valid: boolean | null;
    verdict_note: string | null;
    verdict_at: MaybeMoment;
  };
  portout_notes: {
    tenant_id: string;
    id: string;
    portout_id: string;
    side: string;
    at: Moment;
    actor: JSONColumnType<Record<string, unknown>>;
    text: string;
  };
  portout_charges: Chained & {
    tenant_id: string;
    id: string;
    account_id: string;
    month: string;
    kind: string;
    number: string;
    portout_id: string;
    amount_minor: Big;
    currency: string;
    at: Moment;
    corrects: string | null;
    note: string | null;
  };
  service_records: {
    tenant_id: string;
    account_id: string;
    name: string | null;
    address: string | null;
    zip: string | null;
    account_number: string | null;
    pin: string | null;
    updated_at: Moment;
  };
  deadlines: {
    tenant_id: string;
    kind: string;
    subject_id: string;
    part: string;
    due_at: Moment;
    done_at: MaybeMoment;
  };
}
