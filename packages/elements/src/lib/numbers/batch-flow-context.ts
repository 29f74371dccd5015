import type { Connection } from '@numberdesk/core/http';
import type { BatchReport } from '@numberdesk/core/numbers';
import type { ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';
import type { RowWindow } from '../internal/row-window.ts';
import type { BatchDropController } from './batch-drop.controller.ts';
import type { ResultChoice } from './batch-result.ts';
import type { BatchReviewController } from './batch-review.controller.ts';
import type { BatchSaving } from './batch-saving.ts';
import type { ImporterView } from './number-importer-view.ts';

/** What the flow works in. */
export interface FlowContext {
  host: ReactiveElement;
  connection: () => Connection | null;
  clock: () => Clock;
  view: () => ImporterView;
  say: (text: string) => void;
  /** Takes the corrected file. */
  drop: BatchDropController;
  /** Where the numbers go; `null` shows that this has to be chosen. */
  account: () => { id: string; name: string } | null;
  /** Told how it ended. */
  onEnd: (end: FlowEnd) => void;
}

/** How a flow ended, and what of it is to be kept. */
export interface FlowEnd {
  /** Where a list that was typed in has been saved: why each number that was not added was not; else `null`. */
  saved: ReadonlyMap<string, string> | null;
  /** What the page says, where it has kept the numbers. */
  refusal: string | null;
}

/** Where the flow is. */
export type FlowStage =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'review'; readonly control: BatchReviewController; readonly report: BatchReport }
  | { readonly kind: 'saving'; readonly saving: BatchSaving }
  | {
      readonly kind: 'result';
      readonly choice: ResultChoice;
      readonly window: RowWindow<number>;
      readonly unsent: number;
    };
