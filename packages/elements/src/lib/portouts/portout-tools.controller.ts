import { type PortOutDetail, portOutDeadlines } from '@numberdesk/core/portouts';
import type { Contact } from '@numberdesk/core/access';
import { isPortalError } from '@numberdesk/core/http';
import { type ReactiveElement, type TemplateResult, html, nothing } from 'lit';
import { contactLink } from '../internal/contact-link.template.ts';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import { type ProblemNote, problemNote, shownNote } from './portout-problem-note.ts';
import type { ReviewParts } from './portout-review-view.ts';

type CaseTools = typeof import('./portout-case.ts');

/** Prints and saves a case, and says where that could not be done. Its tools are loaded when somebody asks for one. */
export class PortOutTools {
  readonly #host: ReactiveElement;
  readonly #parts: ReviewParts;
  #note: ((texts: Localizer) => ProblemNote) | null = null;
  #isBusy = false;

  constructor(host: ReactiveElement, parts: ReviewParts) {
    this.#host = host;
    this.#parts = parts;
  }

  /** The next deadline as a file for a calendar. */
  readonly calendar = () => {
    const { words, detail } = this.#parts;
    const { texts, now } = words();
    const portout = detail();
    const next = portout && portOutDeadlines(portout, now).find(({ isPassed }) => !isPassed);
    if (!portout || !next) return nothing;
    return html`<button
      class="copy"
      type="button"
      @click=${() => this.#do((tools) => tools.saveDeadline(portout, next, words()))}
    >
      ${icon('download')}${texts.say('portout.calendar')}
    </button>`;
  };

  /** What can be done with the case as a whole, and whom to turn to. */
  readonly toolbar = (): TemplateResult => {
    const { words, session } = this.#parts;
    const { texts } = words();
    const request = this.#parts.detail()?.request ?? '';
    const contact = contactLink((session()?.contact ?? {}) as Contact, {
      subject: request,
      word: texts.say('portout.contact'),
    });
    const hasServer = this.#parts.connection() !== null;
    return html`<div class="tools" part="toolbar">
      ${this.#button('print', 'document')} ${hasServer ? this.#button('json', 'download') : nothing}
      ${contact && html`<p class="sub" part="contact">${texts.show('portout.ask', { contact })}</p>`}
      <div class="tool-note" role="alert">${this.#note ? shownNote(this.#note(texts), texts) : nothing}</div>
    </div>`;
  };

  #button(kind: 'print' | 'json', picture: 'document' | 'download'): TemplateResult {
    const { texts } = this.#parts.words();
    const act = (tools: CaseTools) => this.#take(kind, tools, this.#parts.detail() as PortOutDetail);
    return html`<button
      class="button"
      type="button"
      data-tool=${kind}
      aria-disabled=${this.#isBusy}
      @click=${() => this.#do(act)}
    >
      ${icon(picture)}${texts.say(`portout.tool.${kind}`)}
    </button>`;
  }

  #take(kind: 'print' | 'json', tools: CaseTools, detail: PortOutDetail): Promise<void> {
    const { words, connection } = this.#parts;
    const server = connection();
    return server ? tools.takeEvidence(kind, detail, server, words()) : tools.printDetail(detail, words());
  }

  async #do(act: (tools: CaseTools) => Promise<void> | void): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#note = null;
    this.#host.requestUpdate();
    const tools = await import('./portout-case.ts').catch(() => null);
    try {
      if (tools) await act(tools);
      else this.#note = (texts) => ({ text: texts.say('portout.part.failed') });
    } catch (error) {
      this.#note = (texts) =>
        isPortalError(error) ? problemNote(error, texts) : { text: texts.say('portout.tool.failed') };
    }
    this.#isBusy = false;
    this.#host.requestUpdate();
  }
}
