import type { PortOutDetail, RejectionDetails } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import type { DeadlineWords } from './portout-deadline.template.ts';

/** A reason in words: the carrier's own, else ours; one that neither has is shown raw (POR-5). */
export function reasonWord(
  code: string,
  reasons: PortOutDetail['reasons'],
  { texts }: DeadlineWords,
): unknown {
  const own = reasons.find((reason) => reason.code === code)?.label;
  return own ? html`<bdi>${own}</bdi>` : (texts.term('portout.reason', code) ?? html`<bdi>${code}</bdi>`);
}

/** The details of a rejection, each with its name. */
export function rejectionDetails(
  details: RejectionDetails,
  { texts, formats }: DeadlineWords,
): TemplateResult[] {
  const { field, value, numbers, evidence, reference, date, text } = details;
  const day = (of: string) => formats.dates(of, of);
  const said =
    evidence && html`<bdi>${evidence.text}</bdi> <span class="sub"><bdi>${day(evidence.date)}</bdi></span>`;
  const list =
    numbers &&
    html`${numbers.slice(0, 20).map((tn, index) => html`${index > 0 ? texts.say('separator') : nothing}<bdi dir="ltr">${tn}</bdi>`)}${
      numbers.length > 20 ? html` ${texts.say('more', { count: numbers.length - 20 })}` : nothing
    }`;
  const all: [keyof RejectionDetails, unknown][] = [
    ['field', field && (texts.term('portout.field', field) ?? html`<bdi>${field}</bdi>`)],
    ['value', value && html`<bdi>${value}</bdi>`],
    ['numbers', list],
    ['evidence', said],
    ['reference', reference && html`<bdi>${reference}</bdi>`],
    ['date', date && html`<bdi>${day(date)}</bdi>`],
    ['text', text && html`<bdi>${text}</bdi>`],
  ];
  return all.flatMap(([name, shown]) =>
    shown
      ? [
          html`<div>
            <dt class="sub">${texts.say(`portout.detail.${name}`)}</dt>
            <dd>${shown}</dd>
          </div>`,
        ]
      : [],
  );
}

/** What the provider found of a rejection, and what came of it (POR-5). */
export function verdictWord(
  { valid, at }: { valid: boolean; at: string },
  { history }: PortOutDetail,
  { texts }: DeadlineWords,
): string {
  if (valid) return texts.say('portout.verdict.valid');
  const judged = history.find((event) => event.kind === 'find-invalid' && event.at === at);
  return texts.say(judged?.to === 'pending' ? 'portout.verdict.sent-back' : 'portout.verdict.invalid');
}

/** The rejections of a request and what the provider found of each: one that was overruled stays (POR-5). */
export function rejectionsOf(
  detail: PortOutDetail,
  words: DeadlineWords,
  headingLevel: number,
): TemplateResult | typeof nothing {
  const { texts } = words;
  if (detail.rejections.length === 0) return nothing;
  return html`<section class="rejections">
    <p class="heading" role="heading" aria-level=${headingLevel}>
      ${texts.say('portout.rejections', { count: detail.rejections.length })}
    </p>
    <ol>
      ${detail.rejections.map((rejection) => rejectionItem(rejection, detail, words))}
    </ol>
  </section>`;
}

function rejectionItem(
  { reason, details, at, verdict }: PortOutDetail['rejections'][number],
  detail: PortOutDetail,
  words: DeadlineWords,
): TemplateResult {
  const { texts, formats } = words;
  const { reasons, status } = detail;
  const found = verdict === null ? 'open' : verdict.valid ? 'valid' : 'invalid';
  const look = {
    open: { icon: 'search', tone: 'warning' },
    valid: { icon: 'check', tone: 'positive' },
    invalid: { icon: 'cross', tone: 'negative' },
  } as const;
  // Whoever takes a request back leaves a rejection without a verdict.
  const isOver = found === 'open' && status !== 'rejection-in-review';
  const { icon: picture, tone } = look[found];
  const moment = (of: string) => html`<time datetime=${of}><bdi>${formats.exactly(of)}</bdi></time>`;
  return html`<li>
    <div>
      <p class="main">${reasonWord(reason, reasons, words)}</p>
      <dl class="told">${rejectionDetails(details as RejectionDetails, words)}</dl>
      <p class="sub">${texts.show('portout.rejected.at', { time: moment(at) })}</p>
    </div>
    <div class="verdict ${isOver ? 'neutral' : tone}">
      <p class="tone">
        ${icon(isOver ? 'question' : picture)}<b
          >${verdict ? verdictWord(verdict, detail, words) : texts.say(isOver ? 'portout.verdict.none' : 'portout.verdict.open')}</b
        >
      </p>
      ${verdict?.note ? html`<p class="said"><bdi>${verdict.note}</bdi></p>` : nothing}
      ${verdict ? html`<p class="sub">${moment(verdict.at)}</p>` : nothing}
    </div>
  </li>`;
}
