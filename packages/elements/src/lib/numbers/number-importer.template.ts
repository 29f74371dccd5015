import { type TemplateResult, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { contactLink } from '../internal/contact-link.template.ts';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import { problemWords } from '../internal/problems.ts';
import type { AccountChoice } from './number-importer-accounts.ts';
import type { NumberImporterAccounts } from './number-importer-accounts.controller.ts';
import type { ImporterView } from './number-importer-view.ts';

/** Ways to add numbers; the page begins with the first (NUM-2, NUM-3). */
export const importWays = ['manual', 'batch'] as const;

export type ImportWay = (typeof importWays)[number];

/** One by one, or a file. */
export function wayTabs(way: ImportWay, onWay: (way: ImportWay) => void, texts: Localizer): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    const [first, last] = importWays;
    const other = way === first ? last : first;
    const next = { ArrowLeft: other, ArrowRight: other, Home: first, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onWay(next);
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return html`<div class="switch" role="tablist" aria-label=${texts.say('import.ways')} @keydown=${onKey}>
    ${importWays.map(
      (one) =>
        html`<button
          id="tab-${one}"
          role="tab"
          aria-selected=${one === way}
          aria-controls="panel"
          tabindex=${one === way ? 0 : -1}
          @click=${() => onWay(one)}
        >
          ${texts.say(`import.way.${one}`)}
        </button>`,
    )}
  </div>`;
}

/** Where the numbers go, as a choice where there is more than one place (NUM-1). */
export function accountChoice(accounts: NumberImporterAccounts, isFixed: boolean, texts: Localizer) {
  const { account, choices, error, isMissed } = accounts;
  if (error !== null) return accountTrouble(error, accounts.reload, texts);
  if ((isFixed || choices.length < 2) && account) {
    return html`<p class="account">
      <span class="sub">${texts.say('import.account')}</span>
      <span><bdi>${account.name}</bdi> ${levelWord(account.level, texts)}</span>
    </p>`;
  }
  if (choices.length === 0) {
    const word = accounts.isLoading ? 'import.loading' : 'import.account.none';
    return html`<p id="account" class="account sub" tabindex="-1">${texts.say(word)}</p>`;
  }
  const missed = isMissed
    ? html`<span class="wrong">${icon('alert')}${texts.say('import.account.needed')}</span>`
    : nothing;
  const onChange = ({ target }: Event) => accounts.choose((target as HTMLSelectElement).value);
  return html`<div class="account field">
    <label class="sub" for="account">${texts.say('import.account')}</label>
    <select
      id="account"
      class="control"
      aria-invalid=${isMissed}
      aria-describedby="account-state"
      @change=${onChange}
    >
      ${
        account === null
          ? html`<option value="" selected disabled hidden>${texts.say('import.account.choose')}</option>`
          : nothing
      }
      ${choices.map((choice) => accountOption(choice, choice.id === account?.id, texts))}
    </select>
    <p id="account-state" class="sub state">${missed}</p>
  </div>`;
}

function accountOption({ id, name, level, depth }: AccountChoice, isChosen: boolean, texts: Localizer) {
  const word = texts.term('import.level', level) ?? level;
  return html`<option value=${id} ?selected=${live(isChosen)}>
    ${'\u2003'.repeat(depth)}${name}${texts.say('separator')}${word}
  </option>`;
}

const levelWord = (level: string, texts: Localizer) => {
  const word = texts.term('import.level', level) ?? level;
  return word ? html`<span class="sub">${word}</span>` : nothing;
};

function accountTrouble(error: unknown, reload: () => void, texts: Localizer): TemplateResult {
  const { text, count } = problemWords(error);
  return html`<p class="account failed">
    ${icon('alert')}
    <span>${texts.say('import.account.failed')} ${texts.say(text, { count })}</span>
    <button class="button small" @click=${reload}>${texts.say('retry')}</button>
  </p>`;
}

/** The way to whoever helps, always in reach (NUM-10). */
export function helpBar({ contact, texts }: ImporterView) {
  const link = contactLink(contact, { word: texts.say('import.help.contact') });
  if (link === null) return nothing;
  return html`<p class="help sub" part="contact">${texts.show('import.help', { contact: link })}</p>`;
}

/** As much room as the form will take, with nothing in it yet. */
export function skeletonForm(texts: Localizer, hasTexts: boolean): TemplateResult {
  return html`<p class="unseen">${hasTexts ? texts.say('import.loading') : nothing}</p>
    <div class="bones" part="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i></div>`;
}
