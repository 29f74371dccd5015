/** Every type of event that an endpoint can ask for. */
export const webhookEventTypes = [
  'order.changed',
  'numbers.changed',
  'portout.changed',
  'portout-charges.closed',
] as const;

export type WebhookEventType = (typeof webhookEventTypes)[number];

/** Whether an endpoint is sent events of a type; one that names no types is sent all. */
export function isWanted(types: readonly string[], type: string): boolean {
  return types.length === 0 || types.includes(type);
}
