import { type CallPurpose, type PhoneNumber, callPurposes, changeNumber } from '@numberdesk/core/numbers';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import type { NumberFormHost } from './number-table-act.ts';
import { NumberTableForm } from './number-table-form.ts';
import { NumberChangeRequestEvent, NumberChangedEvent } from './number-table.events.ts';
import { readableNumber } from './number-table-text.ts';

const silent: CallPurpose = 'do-not-originate';

/** Chooses what calls from a number are for; Do Not Originate warns before it is saved (NUM-5, NUM-6). */
export class NumberPurposeForm extends NumberTableForm {
  #chosen: string;

  constructor(number: PhoneNumber, host: NumberFormHost) {
    super(number, host);
    this.#chosen = number.purpose ?? '';
  }

  render(number: PhoneNumber): TemplateResult {
    const { update } = this.host;
    const texts = this.host.texts();
    const readable = readableNumber(number.number);
    const isSilenced = this.#chosen === silent && number.purpose !== silent;
    const known: readonly string[] = callPurposes;
    const choices = [...(this.#isStrange(number) ? [number.purpose as string] : []), ...known];
    const choose = ({ target }: Event) => {
      this.#chosen = (target as HTMLSelectElement).value;
      update();
    };
    return html`<form class="act" @submit=${this.onSubmit(() => this.#save(number))}>
      <select
        class="button"
        required
        aria-label=${texts.say('numbers.purpose.of', { number: readable })}
        aria-describedby="silenced"
        @change=${choose}
      >
        ${
          number.purpose === null
            ? html`<option value="" .selected=${this.#chosen === ''}>
                ${texts.say('numbers.purpose.choose')}
              </option>`
            : nothing
        }
        ${choices.map(
          (purpose) =>
            html`<option value=${purpose} .selected=${purpose === this.#chosen}>
              ${texts.term('purpose', purpose) ?? purpose}
            </option>`,
        )}
      </select>
      <div id="silenced" role="alert">
        ${
          isSilenced
            ? html`<p class="warns">
                ${icon('alert')}<span
                  >${texts.show('numbers.dno.warning', { number: html`<bdi dir="ltr">${readable}</bdi>` })}</span
                >
              </p>`
            : nothing
        }
      </div>
      ${this.end(number, {
        word: texts.say(isSilenced ? 'numbers.dno.confirm' : 'numbers.act.save'),
        busyWord: texts.say('numbers.act.saving'),
        kind: isSilenced ? 'grave' : 'primary',
      })}
    </form>`;
  }

  /** Whether it has a purpose that this version does not know. */
  #isStrange({ purpose }: PhoneNumber): boolean {
    return purpose !== null && !(callPurposes as readonly string[]).includes(purpose);
  }

  #save(number: PhoneNumber): void {
    const { close, dispatch, put, say } = this.host;
    const purpose = this.#chosen as CallPurpose;
    if (purpose === number.purpose || !dispatch(new NumberChangeRequestEvent(number, { purpose })))
      return close();
    const confirm = purpose === silent ? { confirm: { doNotOriginate: 1 } } : {};
    void this.send(number, async (connection) => {
      const now = await connection.call(
        changeNumber,
        { id: number.id, purpose, ...confirm },
        { ifMatch: number.version },
      );
      put(now);
      close();
      const texts = this.host.texts();
      const words = { number: readableNumber(number.number), purpose: texts.term('purpose', purpose) };
      say(texts.say('numbers.purpose.saved', words));
      dispatch(new NumberChangedEvent(now, number));
    });
  }
}
