import type { PhoneNumber } from '@numberdesk/core/numbers';
import { numberActWords } from '../internal/locales/en-number-acts.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { NumberPurposeForm } from './number-purpose-form.ts';
import type { NumberForm, NumberFormHost } from './number-table-act.ts';
import { NumberMoveForm } from './number-table-move.ts';
import { NumberRemovalForm } from './number-table-removal.ts';
import type { NumberActName } from './number-table-view.ts';

bringEnglish(numberActWords);

const forms = { purpose: NumberPurposeForm, move: NumberMoveForm, remove: NumberRemovalForm };

/** Opens the form of an act. What it needs is loaded with this file, when it is needed for the first time. */
export function numberForm(name: NumberActName, number: PhoneNumber, host: NumberFormHost): NumberForm {
  return new forms[name](number, host);
}

export { numberFormStyles } from './number-table-form.styles.ts';
