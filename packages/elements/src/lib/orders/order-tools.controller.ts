import { type ReactiveController, type ReactiveElement, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import type { OpenTool, ToolName, ToolsContext } from './order-tool.ts';

/** Filters and export: loaded when somebody opens them, so that nobody waits for what they do not use. */
export class OrderToolsController implements ReactiveController {
  readonly #host: ReactiveElement;
  #name: ToolName | null = null;
  #tool: OpenTool | null = null;
  #hasFailed = false;

  constructor(host: ReactiveElement) {
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
    this.#tool = tools && tools.openTool(name, this.#host);
    this.#hasFailed = tools === null;
    this.#host.requestUpdate();
  };

  /** What stands below the toolbar. */
  panel(context: ToolsContext) {
    if (this.#name === null) return nothing;
    const { texts } = context.view;
    const failure = html`<p class="failed" role="alert">
      ${icon('alert')}${texts.say('orders.tool.failed')}
    </p>`;
    const content = this.#tool?.render(context) ?? (this.#hasFailed ? failure : nothing);
    const label = texts.say(this.#name === 'filter' ? 'orders.filter' : 'orders.export');
    return html`<div id="panel" class="tools" part="toolbar" role="group" aria-label=${label}>
      ${content}
    </div>`;
  }
}
