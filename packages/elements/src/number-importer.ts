/**
 * Registers `<number-importer>`.
 *
 * @module
 */
import { NumberImporter } from './lib/numbers/number-importer.element.ts';

NumberImporter.define();

export type * from './number-importer-element.ts';
