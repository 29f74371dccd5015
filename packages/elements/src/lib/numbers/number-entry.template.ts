import { type TemplateResult, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../internal/icons.ts';
import type { Formats } from '../internal/formats.ts';
import type { Localizer } from '../internal/localize.ts';
import type { Draft, NumberEntryController } from './number-entry.controller.ts';
import type { NumberEntry } from './number-entry-list.ts';
import { havePurposes } from './number-entry-paste.ts';
import { numberField, purposeField } from './number-field.template.ts';
import { breakable } from './breakable.ts';
import { confirmation } from './number-importer-confirm.template.ts';

/** What the tab needs besides its own state. */
export interface NumberEntryView {
  texts: Localizer;
  formats: Formats;
  onSave: () => void;
  /** Looks at pasted lines together. */
  onBatch: (lines: readonly string[]) => void;
  update: () => void;
}

/** Numbers one by one, and the list that can be reviewed, changed and emptied before it is saved (NUM-2). */
export function numberEntry(entry: NumberEntryController, view: NumberEntryView): TemplateResult {
  const { texts } = view;
  const onSubmit = (event: Event) => {
    event.preventDefault();
    entry.add();
  };
  return html`<form class="entry" novalidate @submit=${onSubmit}>
      ${fields('number', entry.draft, entry, texts)}
      <button class="button add">${texts.say('import.add')}</button>
    </form>
    ${pasteOffer(entry, view)} ${listed(entry, view)}`;
}

function fields(id: string, draft: Draft, entry: NumberEntryController, texts: Localizer, row?: number) {
  return html`${numberField(
    {
      id,
      text: draft.text,
      state: entry.state(draft),
      problem: entry.problem(draft, row),
      onInput: (text) => entry.write({ text }, row),
      onDone: () => entry.write({ isDone: true }, row),
      onPaste: row === undefined ? entry.paste : undefined,
    },
    texts,
  )}
  ${purposeField(
    {
      id: `${id}-purpose`,
      purpose: draft.purpose,
      problem: draft.hasTried && draft.purpose === null ? texts.say('import.purpose.missing') : null,
      onChoice: (purpose) => entry.write({ purpose }, row),
    },
    texts,
  )}`;
}

function pasteOffer(
  { pasted, draft, dismissPaste }: NumberEntryController,
  { texts, onBatch }: NumberEntryView,
) {
  if (!pasted) return nothing;
  const hasPurposes = havePurposes(pasted);
  const isReady = hasPurposes || draft.purpose !== null;
  return html`<div class="notice offer" part="notice">
    ${icon('document')}
    <div>
      <p>${texts.say('import.paste', { count: pasted.length })}</p>
      ${hasPurposes ? nothing : html`<p class="sub">${texts.say('import.paste.purpose')}</p>`}
    </div>
    <button class="button" aria-disabled=${!isReady} @click=${isReady ? () => onBatch(pasted) : undefined}>
      ${texts.say('import.paste.review')}
    </button>
    <button class="button quiet" @click=${dismissPaste}>${texts.say('import.paste.dismiss')}</button>
  </div>`;
}

function listed(entry: NumberEntryController, view: NumberEntryView): TemplateResult {
  const { texts } = view;
  const { entries, removed, doNotOriginate } = entry.list;
  const undo = html`<p class="removed sub">
    ${texts.say('import.removed', { count: removed })}
    <button class="button small undo" @click=${entry.undo}>${texts.say('import.undo')}</button>
  </p>`;
  if (entries.length === 0) {
    return html`<div class="listed none" tabindex="-1">
      ${removed > 0 ? undo : html`<p>${texts.say('import.list.empty')}</p>`}
    </div>`;
  }
  return html`<section class="listed" tabindex="-1" aria-labelledby="list-title">
    <header class="list-head">
      <p id="list-title" class="heading">
        ${texts.say('import.list')} <b class="count"><bdi>${view.formats.number(entries.length)}</bdi></b>
      </p>
      ${removed > 0 ? undo : nothing}
      <button class="button small quiet" @click=${entry.clear}>${texts.say('import.clear')}</button>
    </header>
    <ul>
      ${repeat(
        entries,
        ({ id }) => id,
        (one) => (entry.edited?.id === one.id ? editedRow(one, entry, texts) : row(one, entry, texts)),
      )}
    </ul>
    ${confirmation(entry.confirmed.of(doNotOriginate, view.update), texts)}
    <footer class="save-bar">
      <button class="button primary save" @click=${view.onSave}>
        ${texts.say('import.save', { count: entries.length })}
      </button>
    </footer>
  </section>`;
}

function row(entry: NumberEntry, { edit, remove }: NumberEntryController, texts: Localizer): TemplateResult {
  const { id, number, purpose, warning, reason } = entry;
  const act = (word: 'edit' | 'remove', onClick: () => void) =>
    html`<button
      class="button small quiet ${word}"
      aria-label=${texts.say(`import.${word}.label`, { number })}
      @click=${onClick}
    >
      ${texts.say(`import.${word}`)}
    </button>`;
  return html`<li class="listing" data-entry=${id}>
    <span class="main"><bdi class="number" dir="ltr">${number}</bdi></span>
    <span class="purpose">
      ${purpose === 'do-not-originate' ? icon('alert') : nothing}${breakable(texts.say(`purpose.${purpose}`))}
    </span>
    <span class="acts">${act('edit', () => edit(entry))} ${act('remove', () => remove(entry))}</span>
    ${warning === null ? nothing : html`<p class="sub odd">${icon('alert')}${texts.say(`import.number.${warning}`)}</p>`}
    ${reason === null ? nothing : html`<p class="sub wrong">${icon('alert')}${reason}</p>`}
  </li>`;
}

function editedRow(one: NumberEntry, entry: NumberEntryController, texts: Localizer): TemplateResult {
  const onSubmit = (event: Event) => {
    event.preventDefault();
    entry.apply();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // What the widget stands in, a dialog say, stays open.
    event.preventDefault();
    event.stopPropagation();
    entry.cancelEdit();
  };
  return html`<li class="listing edited" data-entry=${one.id} @keydown=${onKey}>
    <form class="entry" novalidate @submit=${onSubmit}>
      ${entry.edited ? fields('edited', entry.edited.draft, entry, texts, one.id) : nothing}
      <span class="acts">
        <button class="button">${texts.say('import.edit.done')}</button>
        <button type="button" class="button quiet" @click=${entry.cancelEdit}>
          ${texts.say('import.cancel')}
        </button>
      </span>
    </form>
  </li>`;
}
