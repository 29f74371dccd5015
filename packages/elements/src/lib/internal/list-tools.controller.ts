import {
  type CSSResult,
  type ReactiveController,
  type ReactiveElement,
  type TemplateResult,
  html,
  nothing,
} from 'lit';
import { addStyles } from './add-styles.ts';
import { icon } from './icons.ts';
import type { Localizer } from './localize.ts';

/** What opens below the toolbar of a list. */
export type ListToolName = 'filter' | 'download';

/** A tool while it is open. */
export interface ListTool<Context> {
  render: (context: Context) => TemplateResult;
  close: () => void;
}

/** The file that has the tools. */
export interface ListToolsFile<Context> {
  openTool: (name: ListToolName) => ListTool<Context>;
  listToolStyles: CSSResult;
}

/** Filters and export: loaded when somebody opens them, so that nobody waits for what they do not use. */
export class ListToolsController<Context> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #load: () => Promise<ListToolsFile<Context>>;
  #name: ListToolName | null = null;
  #tool: ListTool<Context> | null = null;
  #hasFailed = false;

  constructor(host: ReactiveElement, load: () => Promise<ListToolsFile<Context>>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  /** Which one is open. */
  get open(): ListToolName | null {
    return this.#name;
  }

  hostDisconnected(): void {
    this.#tool?.close();
  }

  /** Opens one, or closes it. */
  readonly toggle = async (name: ListToolName): Promise<void> => {
    this.#tool?.close();
    this.#tool = null;
    this.#hasFailed = false;
    this.#name = this.#name === name ? null : name;
    this.#host.requestUpdate();
    if (this.#name === null) return;
    const tools = await this.#load().catch(() => null);
    if (this.#name !== name) return;
    if (tools) addStyles(this.#host, tools.listToolStyles);
    this.#tool = tools && tools.openTool(name);
    this.#hasFailed = tools === null;
    this.#host.requestUpdate();
  };

  /** What stands below the toolbar. */
  panel(context: Context, texts: Localizer) {
    if (this.#name === null) return nothing;
    const failure = html`<p class="failed" role="alert">${icon('alert')}${texts.say('part.failed')}</p>`;
    const content = this.#tool?.render(context) ?? (this.#hasFailed ? failure : nothing);
    const label = texts.say(this.#name === 'filter' ? 'list.filter' : 'list.export');
    return html`<div id="panel" class="tools" part="toolbar" role="group" aria-label=${label}>
      ${content}
    </div>`;
  }
}
