/**
 * Registers `<numberdesk-portal>`.
 *
 * @module
 */
import { NumberdeskPortal } from './lib/access/numberdesk-portal.element.ts';

NumberdeskPortal.define();

export type * from './numberdesk-portal-element.ts';
