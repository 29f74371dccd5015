import { createHash } from 'node:crypto';
import { problemCodes } from '@numberdesk/core/http';
import type { TenantTransaction } from '../db/database.ts';
import { inSavepoint } from '../db/savepoint.ts';
import { type Answer, refusalAnswer } from './answer.ts';
import { type IdempotencyKey, idempotencyStore } from './idempotency.store.ts';
import { Refusal } from './refusal.ts';

/** A request that is done once, however often it is sent. */
export interface KeyedRequest extends IdempotencyKey {
  /** What the request asks for, parsed; another content under the same key is refused. */
  content: unknown;
  now: number;
  requestId: string;
}

/** What became of a request; a `refusal` that is kept is an answer like any other. */
export interface Done {
  answer: Answer;
  refusal: Refusal | null;
  isReplay: boolean;
}

/** Refusals that another attempt may well overcome. */
const passing: readonly number[] = [401, 403, 429];

/**
 * Reads an `Idempotency-Key`.
 *
 * @throws Refusal `idempotency-key-missing`, `bad-request`.
 */
export function readIdempotencyKey(headers: Headers, wanted: 'required' | 'honoured'): string | null {
  const key = headers.get('idempotency-key');
  if (key === null && wanted === 'honoured') return null;
  if (key === null) {
    throw new Refusal(
      'idempotency-key-missing',
      'Send an Idempotency-Key: a new one for each act of a user, the same when you try again.',
    );
  }
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new Refusal('bad-request', 'The Idempotency-Key is not 1 to 255 plain characters.', {
    errors: [{ path: '/Idempotency-Key', code: 'invalid-format', detail: 'Not 1 to 255 plain characters.' }],
  });
}

/**
 * Does a request once: its key, its effects and its answer are committed together. A refusal undoes the effects
 * and is kept as the answer too, unless it may pass.
 *
 * @throws Refusal `idempotency-mismatch`, `in-progress`; what `act` throws where it is not kept.
 */
export async function once(
  tx: TenantTransaction,
  { subject, operation, key, content, now, requestId }: KeyedRequest,
  act: () => Promise<Answer>,
): Promise<Done> {
  const store = idempotencyStore(tx);
  const name = { subject, operation, key };
  const claim = await store.claim({ ...name, requestHash: hashOf(content), now });
  if (claim === 'mismatch') {
    throw new Refusal('idempotency-mismatch', 'This Idempotency-Key came with other content before.');
  }
  if (claim === 'in-progress') {
    throw new Refusal('in-progress', 'The first request with this Idempotency-Key is still running.', {
      retryAfter: 1,
    });
  }
  if (claim !== 'claimed') return { answer: claim.replay, refusal: null, isReplay: true };
  let refusal: Refusal | null = null;
  const answer = await inSavepoint(tx, act).catch((error: unknown) => {
    if (!(error instanceof Refusal) || !isKept(error)) throw error;
    refusal = error;
    return refusalAnswer(error, requestId);
  });
  await store.complete(name, answer);
  return { answer, refusal, isReplay: false };
}

function isKept({ code }: Refusal): boolean {
  const { status } = problemCodes[code];
  return status < 500 && !passing.includes(status);
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
