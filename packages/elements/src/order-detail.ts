/**
 * Registers `<order-detail>`.
 *
 * @module
 */
import { OrderDetail } from './lib/orders/order-detail.element.ts';

OrderDetail.define();

export type * from './order-detail-element.ts';
