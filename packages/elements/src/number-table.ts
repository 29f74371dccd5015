/**
 * Registers `<number-table>`.
 *
 * @module
 */
import { NumberTable } from './lib/numbers/number-table.element.ts';

NumberTable.define();

export type * from './number-table-element.ts';
