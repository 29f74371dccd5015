import type { AnswerProblem, PortOutDetail } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import type { Localizer } from '../internal/localize.ts';
import { whenAndWho } from '../internal/timeline.template.ts';
import type { DeadlineWords } from './portout-deadline.template.ts';

/** Something that happened to a request. */
export type PortOutHappening = PortOutDetail['history'][number];

/** Kinds of what happens to a request that decide it. */
const decisions: readonly string[] = [
  'accept',
  'reject',
  'silence',
  'find-valid',
  'find-invalid',
  'cancel',
  'port',
];

/** What happened last that decided a request; `undefined` where nothing has. */
export const lastDecision = ({ history }: PortOutDetail) =>
  history
    .filter(({ kind }) => decisions.includes(kind))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];

/** What happened, in words; a kind that is not known is shown raw. */
export const happeningWord = ({ kind }: PortOutHappening, texts: Localizer): unknown =>
  texts.term('portout.event', kind) ?? html`<bdi>${kind}</bdi>`;

/** When something happened and whose doing it was, as far as the reader may know. */
export function whenAndWhose(
  { at, by }: PortOutHappening,
  { texts, formats }: DeadlineWords,
): TemplateResult {
  const who = by?.name
    ? texts.show('portout.by', { name: html`<bdi>${by.name}</bdi>` })
    : by && texts.term('portout.by', by.side);
  return whenAndWho(at, who, formats);
}

/** Why a request can no longer be answered, and by whom and how that was decided (ACC-4, POR-6). */
export function refusalWords(
  problem: AnswerProblem,
  detail: PortOutDetail,
  words: DeadlineWords,
): TemplateResult {
  const { texts, formats } = words;
  if (problem.code === 'forbidden') return html``;
  const { reason, status } = problem;
  if (reason === 'silence') {
    const time = html`<time datetime=${detail.silenceAt ?? nothing}
      ><bdi>${formats.moment(detail.silenceAt ?? words.now)}</bdi></time
    >`;
    return html`${texts.show('portout.off.silence', { time })}`;
  }
  const raw = html`<bdi>${status}</bdi>`;
  const decision = reason === 'status-unknown' ? undefined : lastDecision(detail);
  return html`${texts.show(`portout.off.${reason}`, { status: raw })}${
    decision
      ? html` <span class="sub">${happeningWord(decision, texts)} · ${whenAndWhose(decision, words)}</span>`
      : nothing
  }`;
}
