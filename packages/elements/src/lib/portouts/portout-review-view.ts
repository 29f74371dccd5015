import type { Session } from '@numberdesk/core/access';
import type { AnswerProblem, PortOutDetail } from '@numberdesk/core/portouts';
import type { Clock } from '../internal/clock.ts';
import type { DetailView } from '../internal/detail-parts.template.ts';
import type { AnswerFormHost } from './portout-answer-form.ts';
import type { DeadlineWords } from './portout-deadline.template.ts';

/** The two answers that a request can be given. */
export type AnswerName = 'accept' | 'reject';

/** What the templates of a review need besides the request. */
export interface PortOutReviewView extends DeadlineWords, Omit<DetailView, 'texts'> {
  /** The account's. */
  timeZone: string;
  /** Name of the account that the request is about, else its id. */
  account: string;
  /** How many of its numbers are shown at most. */
  numbersShown: number;
  /** Why it cannot be answered; `null` where it can. */
  refusal: AnswerProblem | null;
  /** Which answer is being given. */
  open: AnswerName | null;
  onMoreNumbers: () => void;
  onAnswer: (name: AnswerName) => void;
  /** What comes later: nothing until it is here. */
  later: PortOutLaterParts | null;
}

/** What a request's page has a moment after it can be read. */
export interface PortOutLaterParts {
  /** The answer that is being given. */
  form: (detail: PortOutDetail) => unknown;
  /** How far the rejections of the request are. */
  rejections: (detail: PortOutDetail) => unknown;
  notes: (detail: PortOutDetail) => unknown;
  /** A deadline as a file for a calendar. */
  calendar: () => unknown;
  /** What can be done with the case as a whole. */
  tools: () => unknown;
}

/** What there is of a request's page from the beginning. */
export interface ReviewParts extends Pick<
  AnswerFormHost,
  'words' | 'refusal' | 'connection' | 'accountName' | 'take' | 'reload' | 'dispatch' | 'say'
> {
  detail: () => PortOutDetail | null;
  /** Whether the reader may answer, and write notes. */
  mayAnswer: () => boolean;
  session: () => Session | null;
  headingLevel: () => number;
  clock: () => Clock;
}
