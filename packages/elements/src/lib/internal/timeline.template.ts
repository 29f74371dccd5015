import { type TemplateResult, html, nothing } from 'lit';
import type { Formats } from './formats.ts';
import { type IconName, icon } from './icons.ts';
import type { Localizer } from './localize.ts';
import { type ListedRow, rowList } from './row-list.ts';

/** Something that happened, and whose doing it was, as far as the reader may know. */
export interface Happening {
  readonly id: string;
  readonly at: string;
  readonly by: { readonly side: string; readonly name: string | null } | null;
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

/** When something happened and whose doing it was, as far as the reader may know. */
export function whenAndWho(
  { at, by }: Happening,
  noun: 'order' | 'portout',
  { texts, formats }: { texts: Localizer; formats: Formats },
): TemplateResult {
  const name = by?.name && html`<bdi>${by.name}</bdi>`;
  const who = name ? texts.show(`${noun}.by`, { name }) : by && texts.term(`${noun}.by`, by.side);
  return html`<time datetime=${at}><bdi>${formats.exactly(at)}</bdi></time
    >${who ? html` · ${who}` : nothing}`;
}
