import type { AccessProblem } from '@numberdesk/core/access';
import { type TemplateResult, html, nothing } from 'lit';
import { type IconName, icon } from './icons.ts';
import type { Localizer } from './localize.ts';
import { problemWords } from './problems.ts';

/** What stands where the data would: a drawing, a heading, and what is to be said. */
function panel(part: string, picture: IconName, title: unknown, body: unknown): TemplateResult {
  return html`<div class="panel" part=${part}>
    ${icon(picture)}
    <p class="title">${title}</p>
    ${body}
  </div>`;
}

/** Nothing here, what would be, and the way to where something is. */
export function emptyPanel(
  title: string,
  texts: readonly string[],
  way?: { word: string; act: () => void },
): TemplateResult {
  return panel(
    'empty',
    'document',
    title,
    html`${texts.map((text) => html`<p>${text}</p>`)}
    ${way && html`<button class="button" @click=${way.act}>${way.word}</button>`}`,
  );
}

/** What failed, what to do, and the number to quote to support. */
export function errorPanel(error: unknown, texts: Localizer, retry: (() => void) | null): TemplateResult {
  const { title, text, count, requestId } = problemWords(error);
  return panel(
    'error',
    'alert',
    texts.say(title),
    html`<p>${texts.say(text, { count })}</p>
      ${retry && html`<button class="button" @click=${retry}>${texts.say('retry')}</button>`}
      ${requestNote(requestId, texts)}`,
  );
}

/** What nobody needs in order to read could not be loaded; whoever turns to the widget has that tried again. */
export function partNotice(texts: Localizer): TemplateResult {
  return html`<div class="notice" part="notice">${icon('alert')}${texts.say('part.failed')}</div>`;
}

/** The number of a request, for whoever helps. */
export function requestNote(requestId: string | null, texts: Localizer) {
  if (!requestId) return nothing;
  return html`<p class="sub">
    ${texts.show('problem.request', { id: html`<bdi class="code">${requestId}</bdi>` })}
  </p>`;
}

/** Which permission is missing and who can grant it (ACC-4). */
export function forbiddenPanel({ permission, grantedBy }: AccessProblem, texts: Localizer): TemplateResult {
  const name = texts.term('permission', permission);
  const code = html`<bdi class="code">${permission}</bdi>`;
  return panel(
    'error',
    'lock',
    texts.say('problem.forbidden.title'),
    html`<p>
      ${texts.show('problem.forbidden.text', { permission: name ? html`<b>${name}</b> (${code})` : code })}
      ${texts.say(`problem.forbidden.${grantedBy}`)}
    </p>`,
  );
}
