import {
  type NumberPolicy,
  type NumberWarning,
  type PhoneNumberProblemCode,
  parsePhoneNumber,
} from '@numberdesk/core/numbers';

/** What the number field says about what stands in it. */
export type NumberFieldState =
  | { readonly kind: 'empty' | 'typing' }
  | { readonly kind: 'fine'; readonly number: string; readonly warning: NumberWarning | null }
  | { readonly kind: 'wrong'; readonly code: PhoneNumberProblemCode; readonly suggestion: string | null };

/** A number that is right in each of its places; its end completes a beginning. */
const right = '2052342345';

/**
 * Looks at a number while it is being typed: what may still become one is not called wrong before its writer is done
 * with it (NUM-2, NUM-4).
 */
export function numberFieldState(text: string, policy: NumberPolicy, isDone: boolean): NumberFieldState {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const parsed = parsePhoneNumber(trimmed, policy);
  if (parsed.ok) return { kind: 'fine', number: parsed.number, warning: parsed.warning ?? null };
  const suggestion = parsed.suggestion ?? null;
  const beginning = beginningOf(trimmed);
  if (beginning === null) return { kind: 'wrong', code: parsed.code, suggestion };
  // What will be wrong however it goes on says more than that it is short.
  const completed = parsePhoneNumber(beginning + right.slice(beginning.length), policy);
  if (!completed.ok) return { kind: 'wrong', code: completed.code, suggestion };
  return isDone ? { kind: 'wrong', code: parsed.code, suggestion } : { kind: 'typing' };
}

/** The digits that a number may begin with, without the country's; `null` where no number begins like this. */
function beginningOf(text: string): string | null {
  if (/^\+[^1]/.test(text)) return null;
  const digits = text.replace(/[\s().-]/g, '').replace(/^\+?1|^\+/, '');
  return /^\d{0,9}$/.test(digits) ? digits : null;
}
