import { type PortOutDetail, addPortOutNote } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { AnswerForm, type AnswerFormHost } from './portout-answer-form.ts';
import { formField } from './portout-field.template.ts';

/** A note for the reader's own side. */
export class NoteForm extends AnswerForm {
  #text = '';
  #isMissed = false;

  render(detail: PortOutDetail): TemplateResult {
    const { texts } = this.host.words();
    const onInput = ({ target }: Event) => {
      this.#text = (target as HTMLTextAreaElement).value;
      this.#isMissed = false;
      this.host.update();
    };
    return html`<form class="note-form" novalidate @submit=${this.onSubmit(() => void this.#add(detail))}>
      ${formField({
        id: 'note',
        label: texts.say('portout.note.add'),
        hint: texts.say('portout.note.hint'),
        problems: this.#isMissed ? [texts.say('portout.note.missing')] : [],
        control: ({ by, isWrong }) =>
          html`<textarea
            id="note"
            class="control"
            rows="2"
            maxlength="2000"
            dir="auto"
            aria-describedby=${by}
            aria-invalid=${isWrong}
            .value=${this.#text}
            @input=${onInput}
          ></textarea>`,
      })}
      ${this.notes(detail)}
      <div class="ends">
        <button class="button" type="submit" aria-disabled=${this.isBusy}>
          ${texts.say(this.isBusy ? 'portout.sending' : 'portout.note.save')}
        </button>
      </div>
    </form>`;
  }

  async #add(detail: PortOutDetail): Promise<void> {
    const { id } = detail;
    const text = this.#text.replace(/\s+/g, ' ').trim();
    this.#isMissed = text === '';
    this.host.update();
    if (text === '') return this.host.focus('#note');
    const answer = await this.send(detail, { id, text }, (connection, { idempotencyKey }) =>
      connection.call(addPortOutNote, { id, text }, { idempotencyKey }),
    );
    if (!answer) return;
    this.#text = '';
    this.host.update();
    this.host.say(this.host.words().texts.say('portout.note.saved'));
  }
}

/** The notes of the reader's own side, the latest first. */
export function noteList({ notes }: PortOutDetail, { words }: Pick<AnswerFormHost, 'words'>) {
  const { texts, formats } = words();
  if (notes.length === 0) return html`<p class="sub">${texts.say('portout.notes.none')}</p>`;
  return html`<ol class="notes-list" part="notes">
    ${notes.map(
      ({ text, at, by }) =>
        html`<li>
          <p><bdi>${text}</bdi></p>
          <p class="sub">
            <time datetime=${at}><bdi>${formats.exactly(at)}</bdi></time
            >${by.name ? html` · <bdi>${by.name}</bdi>` : nothing}
          </p>
        </li>`,
    )}
  </ol>`;
}
