import type { CsvProfile } from '@numberdesk/core/csv';
import { type TemplateResult, html, nothing } from 'lit';
import { icon } from '../internal/icons.ts';
import { dropPlace } from './batch-drop.template.ts';
import { listedAtMost } from './batch-outcome.ts';
import type { ImportFlow } from './batch-flow.ts';
import type { FlowStage } from './batch-flow-context.ts';
import { saveRejected } from './batch-rejected-file.ts';
import { moveOffer, resultLists } from './batch-result.template.ts';
import { pageRows } from './batch-review.controller.ts';
import { batchNoticeList, reviewGrid } from './batch-review.template.ts';
import { reviewFilters } from './batch-review-tally.ts';
import { savingPanel } from './batch-saving.template.ts';
import { confirmation } from './number-importer-confirm.template.ts';
import type { ImporterView } from './number-importer-view.ts';

type Stage<Kind extends FlowStage['kind']> = Extract<FlowStage, { kind: Kind }>;

/** What stands in place of the two tabs once there is a batch, or a list is being saved. */
export function flowBody(flow: ImportFlow, view: ImporterView): TemplateResult {
  const { stage } = flow;
  switch (stage.kind) {
    case 'preparing':
      return html`<p class="none">${view.texts.say('import.review.preparing')}</p>`;
    case 'review':
      return review(flow, stage, view);
    case 'saving':
      return savingPanel(stage.saving, { isOnline: view.isOnline, onBack: flow.back }, view.texts);
    case 'result':
      return result(flow, stage, view);
  }
}

function review(flow: ImportFlow, { control, report }: Stage<'review'>, view: ImporterView): TemplateResult {
  const { texts } = view;
  const { counts } = control.review;
  const count = (number: number) => html`<b><bdi>${view.formats.number(number)}</bdi></b>`;
  return html`<div class="review-head" tabindex="-1">
      <p class="heading">${texts.show('import.review', { name: html`<bdi>${flow.name}</bdi>` })}</p>
      <div class="switch" role="group" aria-label=${texts.say('import.review.rows')}>
        ${reviewFilters.map(
          (filter) =>
            html`<button aria-pressed=${filter === control.filter} @click=${() => control.show(filter)}>
              ${texts.say(`import.review.${filter}`)} ${count(counts[filter])}
            </button>`,
        )}
      </div>
    </div>
    ${batchNoticeList(report.notices, texts)} ${suggestionBar(control, view)} ${reviewGrid(control, texts)}
    ${pager(control, view)} ${reviewEnd(flow, control, view)}`;
}

/** Suggestions that can be taken all at once, kind by kind. */
function suggestionBar(control: Stage<'review'>['control'], { texts, formats }: ImporterView) {
  const { kinds, counts } = control.review;
  if (kinds.length === 0) return nothing;
  return html`<div class="suggestion-bar">
    <p>${texts.say('import.review.suggested', { count: counts.suggestions })}</p>
    ${kinds.map((kind) => {
      const { code, count } = kind;
      const word = texts.term('import.fix', code) ?? texts.say('import.fix.other');
      return html`<button
        class="button small"
        aria-disabled=${control.isBusy}
        aria-describedby=${control.isBusy ? 'not-yet' : nothing}
        @click=${() => control.isBusy || void control.acceptAll(kind)}
      >
        ${icon('check')}<span>${word} (<bdi>${formats.number(count)}</bdi>)</span>
      </button>`;
    })}
  </div>`;
}

function pager(control: Stage<'review'>['control'], { texts }: ImporterView) {
  const { page, pages, length } = control;
  if (pages === 1) return nothing;
  const step = (word: 'back' | 'on', to: number) => {
    const isEnd = to < 0 || to >= pages;
    return html`<button
      class="button small"
      aria-disabled=${isEnd}
      aria-describedby="range"
      @click=${() => isEnd || control.turn(to)}
    >
      ${texts.say(`import.review.${word}`)}
    </button>`;
  };
  const range = { from: page * pageRows + 1, to: Math.min(length, (page + 1) * pageRows), count: length };
  return html`<div class="pager" role="group" aria-label=${texts.say('import.review.rows')}>
    ${step('back', page - 1)} <span id="range" class="sub">${texts.say('import.review.page', range)}</span>
    ${step('on', page + 1)}
  </div>`;
}

function reviewEnd(flow: ImportFlow, control: Stage<'review'>['control'], { texts }: ImporterView) {
  const { counts, doNotOriginate, lastStep } = control.review;
  const whyNot = control.isBusy ? 'preparing' : counts.valid === 0 ? 'none.valid' : null;
  const reason = html`<p id="not-yet" class="left sub">${whyNot && texts.say(`import.review.${whyNot}`)}</p>`;
  const undo = html`<button class="button undo" @click=${control.undo}>${texts.say('import.undo')}</button>`;
  const left = html`<p class="left sub">${texts.say('import.review.left', { count: counts.problems })}</p>`;
  return html`${confirmation(flow.confirmed.of(doNotOriginate, flow.update), texts)} ${refusal(flow)}
    <footer class="save-bar sticky">
      <button
        class="button primary save"
        aria-disabled=${whyNot !== null}
        aria-describedby=${whyNot ? 'not-yet' : nothing}
        @click=${whyNot ? undefined : flow.saveReview}
      >
        ${texts.say('import.save', { count: counts.valid })}
      </button>
      ${lastStep === null ? nothing : undo}
      <button class="button quiet" @click=${flow.end}>${texts.say('import.review.leave')}</button>
      ${whyNot ? reason : counts.problems === 0 ? nothing : left}
    </footer>`;
}

/** Why nothing was sent, or what is not known of it. */
const refusal = ({ refusal }: ImportFlow) =>
  refusal === null
    ? nothing
    : html`<p class="notice trouble" role="alert">${icon('alert')}<span>${refusal}</span></p>`;

function result(
  flow: ImportFlow,
  { choice, window, unsent }: Stage<'result'>,
  view: ImporterView,
): TemplateResult {
  const { texts } = view;
  const { outcome, update } = flow;
  const account = flow.account?.name ?? '';
  const length = Math.min(outcome[choice.list].length, listedAtMost);
  const pieces = window.pieces(itemsTo(length), null);
  const shown = { outcome, choice, unsent, account, texts, pieces, update };
  const confirm = confirmation(flow.confirmed.of(choice.doNotOriginate, update), texts);
  return html`${resultLists(shown)} ${moveOffer(shown, confirm, () => flow.move(choice))} ${refusal(flow)}
    ${outcome.rejected.length > 0 ? download(flow, view) : nothing}
    <footer class="save-bar">
      <button class="button primary" @click=${flow.end}>${texts.say('import.result.again')}</button>
    </footer>`;
}

function download({ outcome, name, drop }: ImportFlow, { texts }: ImporterView): TemplateResult {
  const save = (profile: CsvProfile) => () => void saveRejected(outcome.rejected, { name, profile, texts });
  return html`<section class="download" aria-label=${texts.say('import.result.download')}>
    <p>${texts.say('import.result.download')}</p>
    <div class="acts">
      ${(['spreadsheet', 'machine'] as const).map(
        (profile) =>
          html`<button class="button small" @click=${save(profile)}>
            ${icon('download')}${texts.say(`import.result.download.${profile}`)}
          </button>`,
      )}
    </div>
    <p>${texts.say('import.result.drop')}</p>
    ${dropPlace(drop, texts)}
  </section>`;
}

let items: readonly number[] = [];

/** 0, 1, 2 …: the same list for the same length, so that nothing is laid out anew. */
function itemsTo(length: number): readonly number[] {
  if (items.length !== length) items = Array.from({ length }, (_, index) => index);
  return items;
}
