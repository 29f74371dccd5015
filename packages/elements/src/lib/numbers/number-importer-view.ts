import type { Contact } from '@numberdesk/core/access';
import type { NumberPolicy } from '@numberdesk/core/numbers';
import type { Formats } from '../internal/formats.ts';
import type { Localizer } from '../internal/localize.ts';

/** What the parts of the importer are rendered with. */
export interface ImporterView {
  readonly texts: Localizer;
  readonly formats: Formats;
  readonly policy: NumberPolicy;
  readonly contact: Contact;
  readonly isOnline: boolean;
}

/** A number and what its calls are for, as they are sent. */
export interface NumberRow {
  readonly number: string;
  readonly purpose: string;
}

/** Rows of a file at most (NUM-3). */
export const rowLimit = ({ batchMaxRows = 500 }: NumberPolicy): number => batchMaxRows;
