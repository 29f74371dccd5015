/**
 * Registers `<portout-list>`.
 *
 * @module
 */
import { PortOutList } from './lib/portouts/portout-list.element.ts';

PortOutList.define();

export type * from './portout-list-element.ts';
