import type { BatchColumns } from './batch-columns.ts';
import type { BatchNotice, BatchRefusal, BatchReport, NumberPolicy } from './batch-report.ts';
import { ColumnRows, isAccepted } from './batch-rows.ts';

/** A report as it goes from a worker to a page by `postMessage`. */
export interface PackedBatch {
  refusal: BatchRefusal | null;
  notices: readonly BatchNotice[];
  totals: BatchReport['totals'];
  columns: BatchColumns;
  /** By which suggestions are made when somebody looks at a row. */
  policy: NumberPolicy;
}

const packed = new WeakMap<BatchReport, PackedBatch>();

/**
 * A report as columns, and the buffers to hand over with it rather than to copy: `postMessage(batch, transfer)`. The
 * report itself is of no use afterwards.
 *
 * @throws TypeError for a report that does not come from `validateBatch`.
 */
export function packBatch(report: BatchReport): { batch: PackedBatch; transfer: ArrayBuffer[] } {
  const batch = packed.get(report);
  if (!batch) throw new TypeError('Only a report of validateBatch can be packed.');
  const arrays = Object.values(batch.columns).filter((column) => typeof column !== 'number');
  return { batch, transfer: arrays.map(({ buffer }) => buffer as ArrayBuffer) };
}

/** The report again; its rows become objects when somebody looks at them. */
export function unpackBatch(batch: PackedBatch): BatchReport {
  const { refusal, notices, totals, columns, policy } = batch;
  const accepted = new Uint32Array(totals.accepted);
  const rejected = new Uint32Array(totals.rejected);
  for (let row = 0, to = 0; row < columns.rows; row++) {
    if (isAccepted(columns, row)) accepted[to++] = row;
    else rejected[row - to] = row;
  }
  const report: BatchReport = {
    refusal,
    notices,
    rows: new ColumnRows(columns, policy),
    accepted: new ColumnRows(columns, policy, accepted),
    rejected: new ColumnRows(columns, policy, rejected),
    totals,
  };
  packed.set(report, batch);
  return report;
}
