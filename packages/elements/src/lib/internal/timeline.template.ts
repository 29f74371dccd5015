import { type TemplateResult, html, nothing } from 'lit';
import type { Formats } from './formats.ts';
import { type IconName, icon } from './icons.ts';
import { type ListedRow, rowList } from './row-list.ts';

/** Something that happened. */
export interface Happening {
  readonly id: string;
  readonly at: string;
}

/** How something that happened looks. */
export interface HappeningLook {
  icon: IconName;
  tone: string;
}

/** What is said of something that happened: how it looks, what it was, and what else there is to know. */
export interface ShownHappening {
  look: HappeningLook;
  /** A class of its own. */
  mark?: string;
  what: unknown;
  more: unknown;
}

/** What happened, the newest first: what another system tells afterwards has its place by when it happened. */
export const newestFirst = <H extends Happening>(events: readonly H[]): H[] =>
  events.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));

/** What happened, in this order (ACC-5). */
export function timeline<H extends Happening>(
  events: readonly H[],
  show: (event: H) => ShownHappening,
): TemplateResult {
  const row = (event: H): Pick<ListedRow, 'key' | 'render'> => ({
    key: event.id,
    render: () => item(show(event)),
  });
  return html`<ol class="timeline" part="timeline">
    ${rowList(events.map(row))}
  </ol>`;
}

const item = ({ look, mark, what, more }: ShownHappening): TemplateResult =>
  html`<li class="event ${look.tone} ${mark}" part="event">
    <span class="dot">${icon(look.icon)}</span>
    <p class="what">${what}</p>
    ${more}
  </li>`;

/** When something happened and, where that is known, whose doing it was. */
export const whenAndWho = (at: string, who: unknown, formats: Formats): TemplateResult =>
  html`<time datetime=${at}><bdi>${formats.exactly(at)}</bdi></time
    >${who ? html` · ${who}` : nothing}`;
