import type { PortOut, PortOutDetail } from '@numberdesk/core/portouts';
import { type ReactiveElement, html, nothing } from 'lit';
import { addStyles } from '../internal/add-styles.ts';
import { type DetailLater, detailLater } from '../internal/detail-later.ts';
import { heading } from '../internal/detail-parts.template.ts';
import type { FreshnessKeys } from '../internal/freshness.template.ts';
import { portOutLaterWords } from '../internal/locales/en-portout-later.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { portOutAnswerStyles } from './portout-answer.styles.ts';
import { AnswersController } from './portout-answers.controller.ts';
import { NoteForm, noteList } from './portout-note-form.ts';
import { rejectionsOf } from './portout-rejection.template.ts';
import type { AnswerName, PortOutLaterParts, ReviewParts } from './portout-review-view.ts';
import { PortOutTools } from './portout-tools.controller.ts';

bringEnglish(portOutLaterWords);

const keys: FreshnessKeys = {
  offline: 'portout.offline',
  stale: 'portout.stale',
  stopped: 'portout.stopped',
  retrying: 'portout.retrying',
};

/** What nobody needs in order to read a request: it is answered, tells of changes, copies, saves and prints. */
export interface LiveReview extends DetailLater<PortOut> {
  readonly parts: PortOutLaterParts;
  /** Which answer is being given. */
  readonly open: AnswerName | null;
  /** What kept an answer from being sent. */
  readonly failure: unknown;
  toggle: (name: AnswerName) => void;
  /** Takes in what has changed. */
  tell: (portout: PortOut) => void;
}

/** Brings a request's page that is read to life. */
export function liveReview(host: ReactiveElement, parts: ReviewParts): LiveReview {
  addStyles(host, portOutAnswerStyles);
  const { words, clock, say, headingLevel } = parts;
  const answers = new AnswersController(host, parts);
  const note = new NoteForm({ ...answers.formHost, refusal: () => null });
  const tools = new PortOutTools(host, parts);
  const later = detailLater<PortOut>(
    host,
    { keys, words },
    {
      clock,
      keyOf: ({ id }) => id,
      sentence: ({ item }) => newsSentence(item, parts),
      count: () => '',
      say,
    },
  );
  return {
    ...later,
    get open() {
      return answers.open;
    },
    get failure() {
      return answers.failure;
    },
    toggle: answers.toggle,
    tell: (portout) => {
      // What the person in front of the page has just done is no news to them.
      if (answers.isBusy) later.news.mark({ kind: 'updated', item: portout });
      else later.news.add([{ kind: 'updated', item: portout }]);
    },
    parts: {
      form: answers.form,
      rejections: (detail) => rejectionsOf(detail, words(), headingLevel() + 1),
      notes: (detail) => notesSection(detail, note, parts),
      calendar: tools.calendar,
      tools: tools.toolbar,
    },
  };
}

function newsSentence({ request, status }: PortOut, { words }: ReviewParts): string {
  const { texts } = words();
  return texts.say('portout.news', { request, status: texts.term('portouts.status', status) ?? status });
}

function notesSection(
  detail: PortOutDetail,
  form: NoteForm,
  { words, mayAnswer, connection, headingLevel }: ReviewParts,
) {
  const { texts } = words();
  const isPossible = mayAnswer() && connection() !== null;
  if (!isPossible && detail.notes.length === 0) return nothing;
  return html`<section>
    ${heading(texts.say('portout.notes'), { headingLevel: headingLevel() })}
    ${isPossible ? form.render(detail) : nothing} ${noteList(detail, { words })}
  </section>`;
}
