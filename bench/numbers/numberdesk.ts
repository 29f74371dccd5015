import { validateBatch } from '@numberdesk/core/numbers';
import type { Contestant } from './contestant.ts';

/** Ours: every rule of a number, every problem of a row, suggestions, encodings and quotes. */
export const contestant: Contestant = {
  async read(bytes, rows) {
    const report = await validateBatch(bytes, { batchMaxRows: rows });
    return { rows: report.totals.rows, accepted: report.totals.accepted, kept: report };
  },
};
