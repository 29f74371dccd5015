import {
  type PortOutDetail,
  acceptPortOut,
  fallbackFocDate,
  focDateProblem,
  matchedFields,
} from '@numberdesk/core/portouts';
import { type CalendarDate, calendarDateAt } from '@numberdesk/core/time';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import { AnswerForm } from './portout-answer-form.ts';
import { formField } from './portout-field.template.ts';
import { PortOutAcceptRequestEvent, PortOutAcceptedEvent } from './portout-review.events.ts';

/** Says what accepting means, lets the date be another, and asks once (POR-4). */
export class AcceptForm extends AnswerForm {
  #date: CalendarDate | null = null;
  #hasTried = false;

  render(detail: PortOutDetail): TemplateResult {
    const { texts, formats } = this.host.words();
    const date = this.#dateOf(detail);
    const count = detail.numbers.filter(({ status }) => status === 'pending').length || detail.numbers.length;
    const shown = date && formats.dates(date, date);
    const values = {
      count,
      account: html`<bdi>${this.host.accountName(detail.account)}</bdi>`,
      carrier:
        detail.winningCarrier === null
          ? texts.say('portout.carrier.other')
          : html`<bdi>${detail.winningCarrier}</bdi>`,
    };
    return html`<form
      class="form"
      part="form"
      novalidate
      data-form
      tabindex="-1"
      aria-labelledby="form-title"
      aria-describedby="consequence"
      @submit=${this.onSubmit(() => this.#accept(detail))}
    >
      <p id="form-title" class="heading">${texts.say('portout.accept.title', { request: detail.request })}</p>
      <p id="consequence">${texts.show('portout.accept.means', values)}</p>
      ${this.#differences(detail)} ${this.#dateField(detail, date)} ${this.notes(detail)}
      <div class="ends">
        <button class="button primary" type="submit" aria-disabled=${this.isBusy || !this.canSend}>
          ${
            this.isBusy
              ? texts.say('portout.sending')
              : shown
                ? texts.say('portout.accept.confirm', { count, date: shown })
                : texts.say('portout.accept')
          }
        </button>
        <button class="button" type="button" @click=${() => this.host.close()}>
          ${texts.say('portout.cancel')}
        </button>
      </div>
    </form>`;
  }

  /** The requested date, or today where that has passed, unless another was chosen. */
  #dateOf(detail: PortOutDetail): CalendarDate {
    const { now, timeZone } = this.host.words();
    return this.#date ?? fallbackFocDate(detail.requestedFocDate, now, detail.timeZone ?? timeZone);
  }

  #today({ timeZone }: PortOutDetail): CalendarDate {
    const words = this.host.words();
    return calendarDateAt(words.now, timeZone ?? words.timeZone);
  }

  #problem(detail: PortOutDetail, date: CalendarDate): string | null {
    const { texts, formats, now, timeZone } = this.host.words();
    if (date === '') return texts.say('portout.accept.date.needed');
    const problem = focDateProblem(date, now, detail.timeZone ?? timeZone);
    return (
      problem && texts.say('portout.accept.date.past', { today: formats.dates(problem.today, problem.today) })
    );
  }

  #dateField(detail: PortOutDetail, date: CalendarDate): TemplateResult {
    const { texts, formats } = this.host.words();
    const problem = this.#hasTried || this.#date !== null ? this.#problem(detail, date) : null;
    const { requestedFocDate: requested } = detail;
    const onInput = ({ target }: Event) => {
      this.#date = (target as HTMLInputElement).value;
      this.host.update();
    };
    return formField({
      id: 'foc-date',
      label: texts.say('portout.accept.date'),
      hint: texts.say('portout.accept.date.hint', { date: formats.dates(requested, requested) }),
      problems: problem === null ? [] : [problem],
      control: ({ by, isWrong }) =>
        html`<input
          id="foc-date"
          class="control date"
          type="date"
          required
          min=${this.#today(detail)}
          aria-describedby=${by}
          aria-invalid=${isWrong}
          .value=${date}
          @change=${onInput}
        />`,
    });
  }

  /** Accepting in spite of differences is allowed; they are not to be overlooked. */
  #differences({ matches }: PortOutDetail) {
    const { texts } = this.host.words();
    const fields = matchedFields.filter((field) => matches[field] === 'mismatch');
    if (fields.length === 0) return nothing;
    const names = fields.map((field) => texts.say(`portout.field.${field}`)).join(texts.say('separator'));
    return html`<p class="warns">
      ${icon('alert')}<span
        >${texts.say('portout.accept.differs', { count: fields.length, fields: names })}</span
      >
    </p>`;
  }

  async #accept(detail: PortOutDetail): Promise<void> {
    const { close, dispatch, focus, say, update, words } = this.host;
    const focDate = this.#dateOf(detail);
    this.#hasTried = true;
    update();
    if (this.#problem(detail, focDate)) return focus('#foc-date');
    if (!dispatch(new PortOutAcceptRequestEvent(detail, focDate))) return;
    // A page with a request of its own answers it itself.
    if (!this.host.connection()) return close(true);
    const { id } = detail;
    const accepted = await this.send(detail, { id, focDate }, (connection, options) =>
      connection.call(acceptPortOut, { id, focDate }, options),
    );
    if (!accepted) return;
    const { texts, formats } = words();
    const values = { request: accepted.request, date: formats.dates(focDate, focDate) };
    close(true);
    say(texts.say('portout.accepted', values));
    dispatch(new PortOutAcceptedEvent(accepted));
  }
}
