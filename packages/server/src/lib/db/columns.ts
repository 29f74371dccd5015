import type { ColumnType } from 'kysely';

/** A moment: read as `Date`, written as `Date` or ISO text. */
export type Moment = ColumnType<Date, Date | string, Date | string>;
export type MaybeMoment = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** A 64-bit number, which the driver hands over as text. */
export type Big = ColumnType<string, number | string, number | string>;

/** The chain of accounts from the top; what lies below an account has its id in the column of its level (ACC-1). */
export interface Chained {
  business_id: string;
  unit_id: string | null;
  program_id: string | null;
}

/** A moment that may never come: read as `Infinity` then. */
export type MomentOrNever = ColumnType<Date | number, Date | 'infinity', Date | 'infinity'>;
