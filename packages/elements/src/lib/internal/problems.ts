import { type AccessProblem, type Permission, missingPermission } from '@numberdesk/core/access';
import { isPortalError } from '@numberdesk/core/http';
import type { MessageKey } from './locales/en.ts';

/** Kinds of failure that a person has to be told different things about. */
type ProblemKind = 'unreachable' | 'busy' | 'session' | 'page' | 'failed';

/** What each code means to the person in front of the page; any other is a failure on our side. */
const kinds: Readonly<Record<string, ProblemKind>> = {
  unreachable: 'unreachable',
  'timed-out': 'unreachable',
  'too-many-requests': 'busy',
  'session-expired': 'session',
  unauthenticated: 'session',
  'origin-not-allowed': 'page',
};

/** A failure in words: what happened, what to do, and what to quote. */
export interface ProblemWords {
  title: MessageKey;
  text: MessageKey;
  /** Seconds to wait. */
  count: number;
  requestId: string | null;
}

/** Finds the words for a failure. */
export function problemWords(error: unknown): ProblemWords {
  const { code, retryAfter, requestId } = isPortalError(error) ? error : unknownFailure;
  const kind = Object.hasOwn(kinds, code) ? (kinds[code] as ProblemKind) : 'failed';
  return {
    title: `problem.${kind}.title`,
    text: `problem.${kind}.text`,
    count: retryAfter ?? 60,
    requestId,
  };
}

const unknownFailure = { code: '', retryAfter: null, requestId: null };

/** Which permission a refusal is about and who can grant it; `null` where the refusal is about something else (ACC-4). */
export function refusedPermission(error: unknown): AccessProblem | null {
  if (!isPortalError(error) || error.code !== 'forbidden' || error.permission === null) return null;
  return missingPermission({ permissions: [] }, error.permission as Permission);
}
