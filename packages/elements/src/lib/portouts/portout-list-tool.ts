import type { PortOut } from '@numberdesk/core/portouts';
import type { ExportContext } from '../internal/list-export.ts';
import type { PortOutListView } from './portout-list-view.ts';
import type { PortOutChoices } from './portout-list-state.ts';

/** What the filters and the export work on. */
export interface PortOutToolsContext {
  state: PortOutChoices;
  view: PortOutListView;
  /** A page of all requests that are asked for, in their order. */
  page: ExportContext<PortOut>['page'];
  onState: (change: Partial<PortOutChoices>) => void;
  say: (text: string) => void;
  update: () => void;
}
