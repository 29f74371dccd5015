import { type MatchedField, type PortOutDetail, matchedFields } from '@numberdesk/core/portouts';
import { type TemplateResult, html, nothing } from 'lit';
import { fact } from '../internal/detail-parts.template.ts';
import { type IconName, icon } from '../internal/icons.ts';
import { loaLines } from './portout-loa-lines.ts';
import type { PortOutReviewView } from './portout-review-view.ts';

/** How a comparison looks; its words are what tells it. */
const matchLooks: Readonly<Record<string, { icon: IconName; tone: string }>> = {
  match: { icon: 'check', tone: 'positive' },
  mismatch: { icon: 'alert', tone: 'negative' },
};
const open = { icon: 'question', tone: 'neutral' } as const;

const matchLook = (match: string) =>
  (Object.hasOwn(matchLooks, match) ? matchLooks[match] : undefined) ?? open;

/** What was submitted, each detail beside how it stands to what is on file (POR-3, POR-5). */
export function asked(detail: PortOutDetail, view: PortOutReviewView): TemplateResult {
  const { texts } = view;
  const { submitted, matches } = detail;
  const given = (value: string | null) => (value === null ? [] : [value]);
  const compared = (field: MatchedField) => row(field, given(submitted[field]), matches[field], view);
  return html`<dl class="asked" part="facts">
    <div class="row headings" aria-hidden="true">
      <span></span><span>${texts.say('portout.submitted')}</span><span>${texts.say('portout.on-file')}</span>
    </div>
    ${matchedFields.map(compared)} ${row('authorizedPerson', given(submitted.authorizedPerson), null, view)}
    ${row('loa', loaLines(submitted.loa, view), null, view)}
  </dl>`;
}

/** How many details match and how many do not, in a few words. */
export function tally({ matches }: PortOutDetail, { texts }: PortOutReviewView): unknown {
  const all = matchedFields.map((field) => matches[field]);
  const kinds = ['mismatch', 'match', 'not-on-file', 'not-submitted'] as const;
  return kinds.flatMap((kind) => {
    const count = all.filter((match) => match === kind).length;
    if (count === 0) return [];
    const { icon: picture, tone } = matchLook(kind);
    return [
      html`<span class="tone ${tone}"
        >${icon(picture)}${texts.say(`portout.tally.${kind}`, { count })}</span
      > `,
    ];
  });
}

function row(
  field: MatchedField | 'authorizedPerson' | 'loa',
  [value, ...more]: readonly string[],
  match: string | null,
  { texts }: PortOutReviewView,
): TemplateResult {
  const { icon: picture, tone } = match === null ? { icon: null, tone: 'neutral' } : matchLook(match);
  const words = match && (texts.term('portout.match', match) ?? html`<bdi>${match}</bdi>`);
  const given =
    value === undefined
      ? html`<span class="none">${texts.say('portout.none')}</span>`
      : html`<bdi>${value}</bdi
          >${more.map((line) => html`<br /><span class="sub"><bdi>${line}</bdi></span>`)}`;
  return html`<div class="row ${match === 'mismatch' ? 'differs' : ''}">
    <dt>${texts.say(`portout.field.${field}`)}</dt>
    <dd>${given}</dd>
    ${picture ? html`<dd class="tone ${tone}" part="match">${icon(picture)}<span>${words}</span></dd>` : nothing}
  </div>`;
}

/** Who asks, for when, what was agreed to, and of what kind the port is (POR-3). */
export function facts(detail: PortOutDetail, view: PortOutReviewView): TemplateResult {
  const { texts, formats } = view;
  const { portType, winningCarrier, requestedFocDate, focDate, receivedAt } = detail;
  const date = (day: string) => html`<time datetime=${day}><bdi>${formats.dates(day, day)}</bdi></time>`;
  const none = html`<span class="none">${texts.say('portout.unknown')}</span>`;
  return html`<dl class="facts" part="facts">
    ${fact(texts.say('portout.carrier'), winningCarrier === null ? none : html`<bdi>${winningCarrier}</bdi>`)}
    ${fact(texts.say('portout.type'), texts.term('portout.type', portType) ?? html`<bdi>${portType}</bdi>`)}
    ${fact(texts.say('portout.requested'), date(requestedFocDate))}
    ${focDate === null ? nothing : fact(texts.say('portout.agreed'), date(focDate))}
    ${fact(
      texts.say('portout.received'),
      html`<time datetime=${receivedAt}><bdi>${formats.exactly(receivedAt)}</bdi></time>`,
    )}
    ${fact(texts.say('portout.account'), html`<bdi>${view.account}</bdi>`)}
  </dl>`;
}
