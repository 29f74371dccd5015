/** What came of an attempt: `gone` asks never to be sent to again. */
export type WebhookOutcome = 'delivered' | 'gone' | 'failed';

/** What a receiver's answer means: any 2xx is a success, 410 a farewell, a redirect is not followed. */
export function webhookOutcome(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return 'delivered';
  return status === 410 ? 'gone' : 'failed';
}

/** Why an attempt failed. */
export const webhookErrors = [
  'status',
  'redirect',
  'gone',
  'timed-out',
  'unreachable',
  'untrusted',
  'address-refused',
  'broken-answer',
  'event-gone',
] as const;

export type WebhookError = (typeof webhookErrors)[number];
