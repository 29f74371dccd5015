import type { Connection } from '@numberdesk/core/http';
import type { Order } from '@numberdesk/core/orders';
import {
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
  html,
  nothing,
} from 'lit';
import { icon } from '../internal/icons.ts';
import type { ListState } from './order-list-state.ts';
import type { OrderView } from './order-view.ts';

/** What opens below the toolbar. */
export type ToolName = 'filter' | 'download';

/** What the tools work on. */
export interface ToolsContext {
  state: ListState;
  view: OrderView;
  /** `null` where the page gives the orders itself. */
  connection: Connection | null;
  /** All orders that are asked for, in their order. */
  all: (signal: AbortSignal) => AsyncIterable<readonly Order[]>;
  onState: (change: Partial<ListState>) => void;
  say: (text: string) => void;
  update: () => void;
}

/** A tool while it is open. */
export interface OpenTool {
  render(context: ToolsContext): TemplateResult;
  close(): void;
}

/** Filters and export: loaded when somebody opens them, so that nobody waits for what they do not use. */
export class OrderToolsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #name: ToolName | null = null;
  #tool: OpenTool | null = null;
  #hasFailed = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Which one is open. */
  get open(): ToolName | null {
    return this.#name;
  }

  hostDisconnected(): void {
    this.#tool?.close();
  }

  /** Opens one, or closes it. */
  readonly toggle = async (name: ToolName): Promise<void> => {
    this.#tool?.close();
    this.#tool = null;
    this.#hasFailed = false;
    this.#name = this.#name === name ? null : name;
    this.#host.requestUpdate();
    if (this.#name === null) return;
    const tools = await import('./order-tools.ts').catch(() => null);
    if (this.#name !== name) return;
    this.#tool = tools && tools.openTool(name);
    this.#hasFailed = tools === null;
    this.#host.requestUpdate();
  };

  /** What stands below the toolbar. */
  panel(context: ToolsContext) {
    if (this.#name === null) return nothing;
    const { texts } = context.view;
    const failure = html`<p class="failed">${icon('alert')}${texts.say('orders.tool.failed')}</p>`;
    const content = this.#tool?.render(context) ?? (this.#hasFailed ? failure : nothing);
    const label = texts.say(this.#name === 'filter' ? 'orders.filter' : 'orders.export');
    return html`<div id="panel" class="tools" part="toolbar" role="group" aria-label=${label}>
      ${content}
    </div>`;
  }
}
