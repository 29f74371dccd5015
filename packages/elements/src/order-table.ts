/**
 * Registers `<order-table>`.
 *
 * @module
 */
import { OrderTable } from './lib/orders/order-table.element.ts';

OrderTable.define();

export type * from './order-table-element.ts';
