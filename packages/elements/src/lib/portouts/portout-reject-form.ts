import { type PortOutDetail, type RejectionProblem, rejectPortOut } from '@numberdesk/core/portouts';
import { calendarDateAt } from '@numberdesk/core/time';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import { portOutRejectWords } from '../internal/locales/en-portout-reject.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { AnswerForm, type AnswerFormHost } from './portout-answer-form.ts';
import { confirmBox, formField } from './portout-field.template.ts';
import {
  type RejectDraft,
  chosenReason,
  draftProblems,
  emptyDraft,
  rejectionOf,
  suggestedReasons,
} from './portout-reject-draft.ts';
import { detailField } from './portout-reject-fields.template.ts';
import { reasonWord, rejectionDetails } from './portout-rejection.template.ts';
import { PortOutRejectRequestEvent, PortOutRejectedEvent } from './portout-review.events.ts';

bringEnglish(portOutRejectWords);

/** A reason, the details that it needs, what is asked once more, and a summary before anything is sent (POR-5). */
class RejectForm extends AnswerForm {
  readonly #afterInvalid: () => string;
  #draft: RejectDraft = emptyDraft;
  #hasTried = false;
  #isSummary = false;

  constructor(host: AnswerFormHost, afterInvalid: () => string) {
    super(host);
    this.#afterInvalid = afterInvalid;
  }

  render(detail: PortOutDetail): TemplateResult {
    const { texts } = this.host.words();
    const isSummary = this.#isSummary;
    const act = isSummary ? () => this.#reject(detail) : () => this.#goOn(detail);
    return html`<form
      class="form"
      part="form"
      novalidate
      data-form
      tabindex="-1"
      aria-labelledby="form-title"
      @submit=${this.onSubmit(() => void act())}
    >
      <p id="form-title" class="heading">
        ${texts.say(isSummary ? 'portout.reject.check' : 'portout.reject.title', { request: detail.request })}
      </p>
      ${isSummary ? this.#summary(detail) : this.#fields(detail)} ${this.notes(detail)}
      <div class="ends">
        <button
          class="button ${isSummary ? 'grave' : 'primary'}"
          type="submit"
          aria-disabled=${this.isBusy || !this.canSend}
        >
          ${texts.say(this.isBusy ? 'portout.sending' : isSummary ? 'portout.reject.send' : 'portout.reject.next')}
        </button>
        ${
          isSummary
            ? html`<button class="button" type="button" @click=${this.#onBack}>
                ${texts.say('portout.reject.back')}
              </button>`
            : nothing
        }
        <button class="button quiet" type="button" @click=${() => this.host.close()}>
          ${texts.say('portout.cancel')}
        </button>
      </div>
    </form>`;
  }

  #problems(detail: PortOutDetail) {
    const { now, timeZone } = this.host.words();
    return draftProblems(this.#draft, detail, calendarDateAt(now, detail.timeZone ?? timeZone));
  }

  #fields(detail: PortOutDetail): TemplateResult {
    const words = this.host.words();
    const reason = chosenReason(this.#draft, detail);
    const { wrong, asked } = this.#problems(detail);
    const fields = {
      draft: this.#draft,
      detail,
      problems: this.#hasTried ? wrong : [],
      today: calendarDateAt(words.now, detail.timeZone ?? words.timeZone),
      texts: words.texts,
      write: this.#write,
    };
    // That it is no ground at all is said at once; what was typed is looked at when somebody goes on.
    const shown = asked.filter(({ code }) => code === 'not-for-simple-port' || this.#hasTried);
    return html`${this.#reasonField(detail)} ${reason?.needs.map((need) => detailField(need, fields))}
    ${shown.map((problem) => this.#question(problem))}`;
  }

  #reasonField(detail: PortOutDetail): TemplateResult {
    const words = this.host.words();
    const { texts } = words;
    const { reason: chosen } = this.#draft;
    const suggested = suggestedReasons(detail);
    const option = (code: string) =>
      html`<option value=${code} ?selected=${chosen === code}>
        ${reasonWord(code, detail.reasons, words)}
      </option>`;
    const codes = detail.reasons.map(({ code }) => code).filter((code) => !suggested.includes(code));
    return formField({
      id: 'reason',
      label: texts.say('portout.reject.reason'),
      hint: texts.say('portout.reject.reason.hint'),
      problems: this.#hasTried && chosen === '' ? [texts.say('portout.lacks.reason')] : [],
      control: ({ by, isWrong }) =>
        html`<select
          id="reason"
          class="control"
          aria-required="true"
          aria-describedby=${by}
          aria-invalid=${isWrong}
          @change=${this.#onReason}
        >
          <option value="" ?selected=${chosen === ''}>${texts.say('portout.choose')}</option>
          ${
            suggested.length > 0
              ? html`<optgroup label=${texts.say('portout.reject.suggested')}>
                    ${suggested.map(option)}
                  </optgroup>
                  <optgroup label=${texts.say('portout.reject.others')}>${codes.map(option)}</optgroup>`
              : codes.map(option)
          }
        </select>`,
    });
  }

  /** What is asked once more, with why: a ground that is never valid, a name or an address for a simple port. */
  #question({ confirm, ground }: RejectionProblem): TemplateResult {
    const { texts } = this.host.words();
    const key = confirm ?? '';
    const about = ground
      ? html`${texts.say('portout.ground.reads')} ${texts.say(`portout.ground.${ground}`)}`
      : texts.say('portout.simple');
    return confirmBox(
      {
        id: `confirm-${key}`,
        about,
        word: texts.say(ground ? 'portout.ground.confirm' : 'portout.simple.confirm'),
        isConfirmed: this.#draft.confirmed.has(key),
        isMissed: this.#hasTried,
        missed: texts.say('portout.confirm.needed'),
      },
      (isConfirmed) => {
        const confirmed = new Set(this.#draft.confirmed);
        if (isConfirmed) confirmed.add(key);
        else confirmed.delete(key);
        this.#write({ confirmed });
      },
    );
  }

  /** What is about to be sent, and what comes of it (POR-5). */
  #summary(detail: PortOutDetail): TemplateResult {
    const words = this.host.words();
    const { texts } = words;
    const { reason, details, confirm = [] } = rejectionOf(this.#draft, detail);
    const goesTo =
      this.#afterInvalid() === 'pending' ? 'portout.reject.then.pending' : 'portout.reject.then.authorized';
    return html`<dl class="summary">
        <div>
          <dt class="sub">${texts.say('portout.reject.reason')}</dt>
          <dd><b>${reasonWord(reason, detail.reasons, words)}</b></dd>
        </div>
        ${rejectionDetails(details, words)}
      </dl>
      ${
        confirm.length > 0
          ? html`<p class="warns">
              ${icon('alert')}<span>${texts.say('portout.confirmed', { count: confirm.length })}</span>
            </p>`
          : nothing
      }
      <p>${texts.say('portout.reject.then')} ${texts.say(goesTo)}</p>`;
  }

  readonly #write = (change: Partial<RejectDraft>): void => {
    this.#draft = { ...this.#draft, ...change };
    this.host.update();
  };

  readonly #onReason = ({ target }: Event): void => {
    this.#hasTried = false;
    this.#write({ reason: (target as HTMLSelectElement).value, confirmed: new Set() });
  };

  readonly #onBack = (): void => {
    this.#isSummary = false;
    this.host.update();
    this.host.focus('#reason');
  };

  #goOn(detail: PortOutDetail): void {
    this.#hasTried = true;
    const { wrong, asked } = this.#problems(detail);
    const { confirmed } = this.#draft;
    const isOpen = wrong.length > 0 || asked.some(({ confirm }) => !confirmed.has(confirm ?? ''));
    this.#isSummary = !isOpen;
    // A confirmation that is no longer asked for is not sent.
    const stillAsked = new Set(
      asked.flatMap(({ confirm }) => (confirm && confirmed.has(confirm) ? [confirm] : [])),
    );
    this.#write({ confirmed: stillAsked });
    this.host.focus(isOpen ? '[data-form] [aria-invalid=true]' : '[data-form]');
  }

  async #reject(detail: PortOutDetail): Promise<void> {
    const { close, dispatch, say, words } = this.host;
    const rejection = rejectionOf(this.#draft, detail);
    if (!dispatch(new PortOutRejectRequestEvent(detail, rejection))) return;
    // A page with a request of its own answers it itself.
    if (!this.host.connection()) return close(true);
    const { id } = detail;
    const { reason, details, confirm = [] } = rejection;
    const body = { id, reason, details: details as never, confirm: [...confirm] };
    const rejected = await this.send(detail, body, (connection, options) =>
      connection.call(rejectPortOut, body, options),
    );
    if (!rejected) return;
    close(true);
    say(words().texts.say('portout.rejected', { request: rejected.request }));
    dispatch(new PortOutRejectedEvent(rejected, rejection));
  }
}

/** Opens the form; what it needs is loaded with this file, when somebody is about to reject for the first time. */
export const rejectForm = (host: AnswerFormHost, afterInvalid: () => string): AnswerForm =>
  new RejectForm(host, afterInvalid);
