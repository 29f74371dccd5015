import { type TemplateResult, html } from 'lit';
import { apart } from '../internal/apart.ts';
import { icon } from '../internal/icons.ts';
import type { Localizer } from '../internal/localize.ts';
import { portOutStatusLook } from './portout-status-look.ts';

/** The status of a request in words; a carrier's own that is not known is shown raw (POR-6). */
export function portOutStatusChip(status: string, texts: Localizer): TemplateResult {
  const { icon: picture, tone } = portOutStatusLook(status);
  return html`<span class="chip ${tone}" part="status"
    >${icon(picture)}${portOutStatusWord(status, texts)}</span
  >`;
}

/** The word for a status, to put into a sentence. */
export function portOutStatusWord(status: string, texts: Localizer): string {
  return texts.term('portouts.status', status) ?? apart(status, texts);
}
