import { missingPermission, type Permission } from '@numberdesk/core/access';
import { isPortalError } from '@numberdesk/core/http';
import { type TemplateResult, html } from 'lit';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import { requestNote } from '../internal/panels.ts';
import { problemWords } from '../internal/problems.ts';

/** What is said of something that was not done, and the number to quote to whoever helps. */
export interface ProblemNote {
  text: string;
  requestId?: string | null;
}

/** What failed and what to do; where a permission is missing, which, and who can grant it (ACC-4). */
export function problemNote(error: unknown, texts: Localizer): ProblemNote {
  const { title, text, count, requestId } = problemWords(error);
  if (!isPortalError(error) || error.code !== 'forbidden' || !error.permission)
    return { text: `${texts.say(title)}. ${texts.say(text, { count })}`, requestId };
  const { permission } = error;
  const { grantedBy } = missingPermission({ permissions: [] }, permission as Permission) ?? {};
  const name = texts.term('permission', permission) ?? permission;
  const who = grantedBy ? ` ${texts.say(`problem.forbidden.${grantedBy}`)}` : '';
  return { text: texts.say('problem.forbidden.text', { permission: name }) + who };
}

/** The same as it is shown, within something that is an alert. */
export function shownNote({ text, requestId = null }: ProblemNote, texts: Localizer): TemplateResult {
  return html`<p class="failed">${icon('alert')}<span>${text}</span></p>
    ${requestNote(requestId, texts)}`;
}
