import type { PortOutDetail, RejectionDetail, RejectionProblem } from '@numberdesk/core/portouts';
import type { CalendarDate } from '@numberdesk/core/time';
import { type TemplateResult, html, nothing } from 'lit';
import type { Localizer } from '../internal/localize.ts';
import type { MessageKey } from '../internal/locales/en.ts';
import { formField, problemsOf } from './portout-field.template.ts';
import { type RejectDraft, areTicked, valueOf } from './portout-reject-draft.ts';

/** What the fields of a rejection work with. */
export interface RejectFields {
  draft: RejectDraft;
  detail: PortOutDetail;
  /** What is wrong, once somebody has tried to go on. */
  problems: readonly RejectionProblem[];
  today: CalendarDate;
  texts: Localizer;
  write: (change: Partial<RejectDraft>) => void;
}

/** Fields of a request that can be named as missing. */
const namedFields = [
  'name',
  'address',
  'zip',
  'accountNumber',
  'pin',
  'authorizedPerson',
  'loa',
  'numbers',
] as const;

/** The field of each detail that a reason needs, and no other (POR-5). */
export function detailField(need: string, fields: RejectFields): TemplateResult | typeof nothing {
  return Object.hasOwn(detailFields, need) ? detailFields[need as RejectionDetail](fields) : nothing;
}

/** What is wrong with a detail, or a part of it, in words. */
function problemsAt(path: string, { problems, texts }: RejectFields): string[] {
  const own = problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}/`));
  return own.map(({ code, ground, detail, number }) => {
    if (ground) return texts.say(`portout.ground.${ground}`) + ' ' + texts.say('portout.ground.never');
    if (code === 'detail-missing') return texts.say(`portout.lacks.${detail ?? 'text'}`);
    return texts.say(`portout.wrong.${code}` as MessageKey, { number: `\u2068${number ?? ''}\u2069` });
  });
}

const textOf = ({ target }: Event) => (target as HTMLInputElement | HTMLTextAreaElement).value;

/** A line of text, or several, under its label. */
function textField(
  need: RejectionDetail,
  given: { value: string; max: number; isLong?: boolean; isLtr?: boolean; problems?: string[] },
  onText: (text: string) => void,
  fields: RejectFields,
): TemplateResult {
  const { texts } = fields;
  const { value, max, isLong = false, isLtr = false } = given;
  const id = `detail-${need}`;
  const onInput = (event: Event) => onText(textOf(event));
  return formField({
    id,
    label: texts.say(`portout.detail.${need}`),
    hint: texts.say(`portout.hint.${need}`),
    problems: given.problems ?? problemsAt(`/details/${need}`, fields),
    control: ({ by, isWrong }) =>
      isLong
        ? html`<textarea
            id=${id}
            class="control"
            rows="3"
            maxlength=${max}
            dir=${isLtr ? 'ltr' : 'auto'}
            aria-required="true"
            aria-describedby=${by}
            aria-invalid=${isWrong}
            .value=${value}
            @input=${onInput}
          ></textarea>`
        : html`<input
            id=${id}
            class="control"
            type="text"
            dir="auto"
            maxlength=${max}
            autocomplete="off"
            aria-required="true"
            aria-describedby=${by}
            aria-invalid=${isWrong}
            .value=${value}
            @input=${onInput}
          />`,
  });
}

function dateControl(
  id: string,
  value: string,
  limits: { min?: string; max?: string },
  onDate: (date: string) => void,
) {
  return ({ by, isWrong }: { by: string; isWrong: boolean }) =>
    html`<input
      id=${id}
      class="control date"
      type="date"
      min=${limits.min ?? ''}
      max=${limits.max ?? ''}
      aria-required="true"
      aria-describedby=${by}
      aria-invalid=${isWrong}
      .value=${value}
      @change=${(event: Event) => onDate(textOf(event))}
    />`;
}

const detailFields: Record<RejectionDetail, (fields: RejectFields) => TemplateResult> = {
  field: (fields) => {
    const { draft, texts, write } = fields;
    return formField({
      id: 'detail-field',
      label: texts.say('portout.detail.field'),
      hint: texts.say('portout.hint.field'),
      problems: problemsAt('/details/field', fields),
      control: ({ by, isWrong }) =>
        html`<select
          id="detail-field"
          class="control"
          aria-required="true"
          aria-describedby=${by}
          aria-invalid=${isWrong}
          @change=${(event: Event) => write({ field: textOf(event) })}
        >
          <option value="" ?selected=${draft.field === ''}>${texts.say('portout.choose')}</option>
          ${namedFields.map(
            (name) =>
              html`<option value=${name} ?selected=${draft.field === name}>
                ${texts.say(`portout.field.${name}`)}
              </option>`,
          )}
        </select>`,
    });
  },
  value: (fields) => {
    const { draft, detail, write } = fields;
    const onText = (text: string) => write({ values: { ...draft.values, [draft.reason]: text } });
    return textField('value', { value: valueOf(draft, detail), max: 200 }, onText, fields);
  },
  numbers: (fields) => {
    const { draft, detail, write } = fields;
    if (areTicked(draft.reason, detail)) return tickedNumbers(fields);
    const given = { value: draft.typed, max: 200_000, isLong: true, isLtr: true };
    return textField('numbers', given, (typed) => write({ typed }), fields);
  },
  evidence: (fields) => {
    const { draft, texts, today, write } = fields;
    const missing = fields.problems.some(
      ({ path, code }) => path === '/details/evidence' && code === 'detail-missing',
    );
    const date = [
      ...(missing && !draft.evidenceDate ? [texts.say('portout.lacks.evidence-date')] : []),
      ...problemsAt('/details/evidence/date', fields),
    ];
    const text = [
      ...(missing && !/[\p{L}\p{N}]/u.test(draft.evidenceText) ? [texts.say('portout.lacks.evidence')] : []),
      ...problemsAt('/details/evidence/text', fields),
    ];
    const onText = (evidenceText: string) => write({ evidenceText });
    return html`${formField({
      id: 'detail-evidence-date',
      label: texts.say('portout.detail.evidence-date'),
      problems: date,
      control: dateControl('detail-evidence-date', draft.evidenceDate, { max: today }, (evidenceDate) =>
        write({ evidenceDate }),
      ),
    })}
    ${textField('evidence', { value: draft.evidenceText, max: 1000, isLong: true, problems: text }, onText, fields)}`;
  },
  reference: (fields) =>
    textField(
      'reference',
      { value: fields.draft.reference, max: 200 },
      (reference) => fields.write({ reference }),
      fields,
    ),
  date: (fields) => {
    const { draft, texts, today, write } = fields;
    return formField({
      id: 'detail-date',
      label: texts.say('portout.detail.date'),
      hint: texts.say('portout.hint.date'),
      problems: problemsAt('/details/date', fields),
      control: dateControl('detail-date', draft.date, { min: today }, (date) => write({ date })),
    });
  },
  text: (fields) =>
    textField(
      'text',
      { value: fields.draft.text, max: 1000, isLong: true },
      (text) => fields.write({ text }),
      fields,
    ),
};

/** The request's own numbers, to be ticked. */
function tickedNumbers(fields: RejectFields): TemplateResult {
  const { draft, detail, texts, write } = fields;
  const problems = problemsAt('/details/numbers', fields);
  const onChange = (tn: string) => (event: Event) => {
    const picked = new Set(draft.picked);
    if ((event.target as HTMLInputElement).checked) picked.add(tn);
    else picked.delete(tn);
    write({ picked });
  };
  return html`<fieldset class="field" aria-describedby="detail-numbers-problem">
    <legend>${texts.say('portout.detail.numbers')}</legend>
    <div class="ticks">
      ${detail.numbers.map(
        ({ tn }, index) =>
          html`<label class="choice">
            <input
              id="detail-numbers${index || ''}"
              type="checkbox"
              aria-invalid=${problems.length > 0}
              .checked=${draft.picked.has(tn)}
              @change=${onChange(tn)}
            />
            <bdi dir="ltr">${tn}</bdi>
          </label>`,
      )}
    </div>
    ${problemsOf('detail-numbers', problems)}
  </fieldset>`;
}
