import { Refusal } from './refusal.ts';

/** An answer before it is sent. */
export interface Answer {
  status: number;
  body: object;
}

/** The answers of acts that have a key, so that the same act sent again is not done again. */
export interface KeptAnswers {
  /** @throws Refusal `idempotency-mismatch` when the key came with something else. */
  find(act: string, content: unknown): Answer | null;
  keep(act: string, content: unknown, answer: Answer): void;
}

const passing = [401, 403, 429];

export function createKeptAnswers(): KeptAnswers {
  const kept = new Map<string, { content: string; answer: Answer }>();
  return {
    find(act, content) {
      const before = kept.get(act);
      if (!before) return null;
      if (before.content === JSON.stringify(content)) return before.answer;
      throw new Refusal('idempotency-mismatch', 'This Idempotency-Key came with other content before.');
    },
    keep(act, content, answer) {
      if (answer.status >= 500 || passing.includes(answer.status)) return;
      kept.set(act, { content: JSON.stringify(content), answer });
    },
  };
}
