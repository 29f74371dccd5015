import type { ReactiveElement } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import { chipStyles } from '../internal/chip.styles.ts';
import { numberBatchWords } from '../internal/locales/en-number-batch.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { batchStyles } from './batch-flow.styles.ts';

// What is loaded when a file is chosen, or a list is saved.
export { ImportFlow } from './batch-flow.ts';
export { flowBody } from './batch-flow.template.ts';
export { leaveReading, prepareReading, readBatch } from './batch-reading.ts';

bringEnglish(numberBatchWords);

/** Gives a widget the styles of this part. */
export function bringStyles(host: ReactiveElement): void {
  for (const styles of [chipStyles, ...batchStyles]) addStyles(host, styles);
}
