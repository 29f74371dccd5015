import { type PhoneNumber, removeNumber } from '@numberdesk/core/numbers';
import { type TemplateResult, html } from 'lit';
import { NumberTableForm } from './number-table-form.ts';
import { NumberRemoveRequestEvent, NumberRemovedEvent } from './number-table.events.ts';
import { readableNumber } from './number-table-text.ts';

/** Asks once, by the number's name, before it is gone: there is no way back. */
export class NumberRemovalForm extends NumberTableForm {
  render(number: PhoneNumber): TemplateResult {
    const texts = this.host.texts();
    const readable = readableNumber(number.number);
    const name = this.host.accounts().find(({ id }) => id === number.account)?.name ?? number.account;
    const shown = html`<bdi dir="ltr">${readable}</bdi>`;
    return html`<div
      class="act"
      tabindex="-1"
      role="group"
      aria-labelledby="removal"
      aria-describedby="consequence"
    >
      <p id="removal" class="main">${texts.show('numbers.remove.title', { number: shown })}</p>
      <p id="consequence">
        ${texts.show('numbers.remove.consequence', { account: html`<bdi>${name}</bdi>` })}
      </p>
      <form class="act" @submit=${this.onSubmit(() => this.#remove(number))}>
        ${this.end(number, {
          word: texts.say('numbers.remove.confirm', { number: readable }),
          busyWord: texts.say('numbers.remove.removing'),
          kind: 'grave',
        })}
      </form>
    </div>`;
  }

  #remove(number: PhoneNumber): void {
    const { close, dispatch, drop, say, texts } = this.host;
    if (!dispatch(new NumberRemoveRequestEvent(number))) return close();
    void this.send(number, async (connection) => {
      await connection.call(removeNumber, { id: number.id }, { ifMatch: number.version });
      drop(number);
      say(texts().say('numbers.news.removed', { number: readableNumber(number.number) }));
      dispatch(new NumberRemovedEvent(number));
    });
  }
}
