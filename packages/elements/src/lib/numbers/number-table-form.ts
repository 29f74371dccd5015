import { type Permission, missingPermission } from '@numberdesk/core/access';
import { type Connection, type PortalError, isPortalError } from '@numberdesk/core/http';
import { type PhoneNumber, getNumber, phoneNumberSchema } from '@numberdesk/core/numbers';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import { requestNote } from '../internal/panels.ts';
import { problemWords } from '../internal/problems.ts';
import type { NumberForm, NumberFormHost } from './number-table-act.ts';
import { readableNumber } from './number-table-text.ts';

/** What is said in a form. */
interface Note {
  text: string;
  requestId?: string | null;
}

/** Refusals that say in their own words what is wrong with what was sent. */
const explained: readonly string[] = ['invalid', 'confirmation-needed', 'transition-not-allowed'];

/** Answers that leave it open whether something was done. */
const unanswered: readonly string[] = ['unreachable', 'timed-out', 'unreadable-answer'];

/** What the forms have in common: one request at a time, and what became of it in words. */
export abstract class NumberTableForm implements NumberForm {
  protected readonly host: NumberFormHost;
  #seen: number;
  #isBusy = false;
  #note: Note | null = null;

  constructor(number: PhoneNumber, host: NumberFormHost) {
    this.host = host;
    this.#seen = number.version;
  }

  abstract render(number: PhoneNumber): TemplateResult;

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Sends; nothing is shown as done before the server has said so. */
  protected async send(number: PhoneNumber, act: (connection: Connection) => Promise<void>): Promise<void> {
    const connection = this.host.connection();
    if (this.#isBusy || !connection) return;
    this.#isBusy = true;
    this.#note = null;
    this.#seen = number.version;
    this.host.update();
    try {
      await act(connection);
    } catch (error) {
      this.#note = await this.#explain(error, number, connection);
    }
    this.#isBusy = false;
    this.host.update();
  }

  /** What there is to say, and the two ways out. */
  protected end(
    number: PhoneNumber,
    { word, busyWord, kind }: { word: string; busyWord: string; kind: 'primary' | 'grave' },
  ): TemplateResult {
    const { close, texts } = this.host;
    const isOther = number.version !== this.#seen && !this.#isBusy;
    const note = this.#note ?? (isOther ? { text: texts().say('numbers.act.changed') } : null);
    return html`<div class="notes" role="alert">${note ? this.#shown(note) : nothing}</div>
      <div class="ends">
        <button class="button ${kind}" type="submit" aria-disabled=${this.#isBusy}>
          ${this.#isBusy ? busyWord : word}
        </button>
        <button class="button" type="button" @click=${close}>${texts().say('cancel')}</button>
      </div>`;
  }

  /** What a form does when it is sent. */
  protected readonly onSubmit = (act: () => void) => (event: Event) => {
    event.preventDefault();
    if (!this.#isBusy) act();
  };

  #shown({ text, requestId = null }: Note): TemplateResult {
    return html`<p class="failed">${icon('alert')}<span>${text}</span></p>
      ${requestNote(requestId, this.host.texts())}`;
  }

  /** Says what has failed and shows what is known now; `null` where there is nothing left to say it in. */
  async #explain(error: unknown, number: PhoneNumber, connection: Connection): Promise<Note | null> {
    const texts = this.host.texts();
    const { code } = isPortalError(error) ? error : { code: '' };
    if (code === 'not-found') return this.#gone(number);
    if (code === 'stale') {
      const current = phoneNumberSchema.safeParse((error as PortalError).current);
      if (current.success) this.#take(current.data);
      const isThere = current.success || (await this.#look(number, connection));
      return isThere ? { text: texts.say('numbers.act.stale') } : null;
    }
    if (unanswered.includes(code)) {
      const isThere = await this.#look(number, connection);
      return isThere ? { text: texts.say('numbers.act.unknown') } : null;
    }
    return this.#refusal(error);
  }

  #refusal(error: unknown): Note {
    const texts = this.host.texts();
    const { text, count, requestId } = problemWords(error);
    if (!isPortalError(error)) return { text: texts.say(text, { count }) };
    const { code, errors, message, permission } = error;
    if (code === 'forbidden' && permission) {
      const { grantedBy } = missingPermission({ permissions: [] }, permission as Permission) ?? {};
      const name = texts.term('permission', permission) ?? permission;
      const who = grantedBy ? ` ${texts.say(`problem.forbidden.${grantedBy}`)}` : '';
      return { text: texts.say('problem.forbidden.text', { permission: name }) + who };
    }
    if (!explained.includes(code)) return { text: texts.say(text, { count }), requestId };
    const detail = errors.map((problem) => problem.detail).join(' ') || message;
    return { text: texts.say('numbers.act.refused', { detail }), requestId };
  }

  /** Reads a number anew, and takes it out where it is gone; if that fails too, the row stays as it was. */
  async #look(number: PhoneNumber, connection: Connection): Promise<boolean> {
    try {
      this.#take(await connection.call(getNumber, { id: number.id }));
    } catch (error) {
      if (!isPortalError(error) || error.code !== 'not-found') return true;
      this.#gone(number);
      return false;
    }
    return true;
  }

  #take(number: PhoneNumber): void {
    this.#seen = number.version;
    this.host.put(number);
  }

  #gone(number: PhoneNumber): null {
    const { say, drop, texts } = this.host;
    drop(number);
    say(texts().say('numbers.act.gone', { number: readableNumber(number.number) }));
    return null;
  }
}
