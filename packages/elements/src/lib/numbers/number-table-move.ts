import { type PhoneNumber, changeNumber } from '@numberdesk/core/numbers';
import { type TemplateResult, html } from 'lit';
import { inTreeOrder } from '../access/account-tree.ts';
import { moveTargets } from './number-table-accounts.ts';
import { NumberTableForm } from './number-table-form.ts';
import { NumberChangeRequestEvent, NumberChangedEvent } from './number-table.events.ts';
import { readableNumber } from './number-table-text.ts';

/** Moves a number to a program in reach, and says before who loses it (NUM-8). */
export class NumberMoveForm extends NumberTableForm {
  #chosen = '';

  render(number: PhoneNumber): TemplateResult {
    const { accounts, actingIn, update } = this.host;
    const texts = this.host.texts();
    const names = new Map(accounts().map(({ id, name }) => [id, name]));
    const shown = html`<bdi dir="ltr">${readableNumber(number.number)}</bdi>`;
    const from = html`<bdi>${names.get(number.account) ?? number.account}</bdi>`;
    const to = html`<bdi>${names.get(this.#chosen)}</bdi>`;
    const choose = ({ target }: Event) => {
      this.#chosen = (target as HTMLSelectElement).value;
      update();
    };
    return html`<form class="act" @submit=${this.onSubmit(() => this.#move(number))}>
      <label>
        <span class="main">${texts.show('numbers.move.to', { number: shown })}</span>
        <select class="button" required aria-describedby="consequence" @change=${choose}>
          <option value="" .selected=${this.#chosen === ''}>${texts.say('numbers.move.choose')}</option>
          ${moveTargets(number.account, actingIn(), inTreeOrder(accounts())).map(
            ({ id, name }) => html`<option value=${id} .selected=${id === this.#chosen}>${name}</option>`,
          )}
        </select>
      </label>
      <p id="consequence" aria-live="polite">
        ${this.#chosen && texts.show('numbers.move.consequence', { number: shown, from, to })}
      </p>
      ${this.end(number, {
        word: texts.say('numbers.move.confirm'),
        busyWord: texts.say('numbers.move.moving'),
        kind: 'primary',
      })}
    </form>`;
  }

  #move(number: PhoneNumber): void {
    const { accounts, close, dispatch, put, say } = this.host;
    const account = this.#chosen;
    if (!dispatch(new NumberChangeRequestEvent(number, { account }))) return close();
    void this.send(number, async (connection) => {
      const now = await connection.call(
        changeNumber,
        { id: number.id, account },
        { ifMatch: number.version },
      );
      put(now);
      close();
      const to = accounts().find(({ id }) => id === now.account)?.name ?? now.account;
      say(this.host.texts().say('numbers.move.done', { number: readableNumber(number.number), to }));
      dispatch(new NumberChangedEvent(now, number));
    });
  }
}
