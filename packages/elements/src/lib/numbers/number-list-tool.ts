import type { ReachableAccount } from '@numberdesk/core/access';
import type { PhoneNumber } from '@numberdesk/core/numbers';
import type { ExportContext } from '../internal/list-export.ts';
import type { NumberChoices } from './number-list-state.ts';
import type { NumberTableView } from './number-table-view.ts';

/** What the filters and the export work on. */
export interface NumberToolsContext {
  state: NumberChoices;
  view: NumberTableView;
  accounts: readonly ReachableAccount[];
  /** A page of all numbers that are asked for, in their order. */
  page: ExportContext<PhoneNumber>['page'];
  onState: (change: Partial<NumberChoices>) => void;
  say: (text: string) => void;
  update: () => void;
}
