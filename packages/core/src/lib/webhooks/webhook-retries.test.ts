import { describe, expect, it } from 'vitest';
import { isWanted } from './webhook-events.ts';
import { webhookOutcome } from './webhook-outcome.ts';
import { isWebhookGivenUp, webhookRestsUntil, webhookRetryAt } from './webhook-retries.ts';

const minute = 60_000;
const hour = 60 * minute;
const at = { now: 0, random: 0 };

describe('a failed delivery', () => {
  it('is tried again after 5 s, 5 min, 30 min, 2, 5, 10, 14, 20 and 24 h, then no more', () => {
    const waits = Array.from({ length: 10 }, (_, index) => webhookRetryAt(index + 1, at));
    const inHours = [2, 5, 10, 14, 20, 24].map((hours) => hours * hour);
    expect(waits).toEqual([5000, 5 * minute, 30 * minute, ...inHours, null]);
  });

  it('waits up to a fifth longer, by chance', () => {
    expect(webhookRetryAt(2, { now: 1000, random: 0.5 })).toBe(1000 + 5.5 * minute);
    expect(webhookRetryAt(2, { now: 1000, random: 0.999 })).toBeLessThan(1000 + 6 * minute);
  });

  it('waits as long as the receiver asks, but not shorter than it would and not longer than an hour', () => {
    expect(webhookRetryAt(1, { ...at, retryAfter: 2 * minute })).toBe(2 * minute);
    expect(webhookRetryAt(3, { ...at, retryAfter: 2 * minute })).toBe(30 * minute);
    expect(webhookRetryAt(1, { ...at, retryAfter: 1000 * hour })).toBe(hour);
    expect(webhookRetryAt(1, { ...at, retryAfter: -hour })).toBe(5000);
    expect(webhookRetryAt(10, { ...at, retryAfter: minute })).toBeNull();
  });
});

describe('an endpoint that fails', () => {
  it('is left alone from the second failure in a row on, for 5 s up to 5 min', () => {
    const rests = [1, 2, 3, 4, 7, 8, 100].map((failures) => webhookRestsUntil(failures, at));
    expect(rests).toEqual([0, 5000, 10_000, 20_000, 160_000, 5 * minute, 5 * minute]);
  });

  it('is left alone as long as it asks, at most an hour', () => {
    expect(webhookRestsUntil(1, { ...at, retryAfter: 30_000 })).toBe(30_000);
    expect(webhookRestsUntil(8, { ...at, retryAfter: 30_000 })).toBe(5 * minute);
    expect(webhookRestsUntil(1, { ...at, retryAfter: 1000 * hour })).toBe(hour);
  });

  it('is given up when nothing has succeeded for three days', () => {
    expect(isWebhookGivenUp(0, 72 * hour - 1)).toBe(false);
    expect(isWebhookGivenUp(0, 72 * hour)).toBe(true);
  });

  it('has been given up by the time of the last attempt, even of a single event', () => {
    let now = 0;
    for (let attempts = 1; attempts < 10; attempts++) now = webhookRetryAt(attempts, { now, random: 0 })!;
    expect(isWebhookGivenUp(0, now)).toBe(true);
  });
});

describe('what a receiver answers', () => {
  it.each([
    [200, 'delivered'],
    [204, 'delivered'],
    [299, 'delivered'],
    [199, 'failed'],
    [300, 'failed'],
    [302, 'failed'],
    [404, 'failed'],
    [410, 'gone'],
    [429, 'failed'],
    [500, 'failed'],
  ])('%i means %s', (status, outcome) => expect(webhookOutcome(status)).toBe(outcome));
});

describe('the types of an endpoint', () => {
  it('are all where it names none', () => {
    expect(isWanted([], 'order.changed')).toBe(true);
    expect(isWanted(['order.changed'], 'order.changed')).toBe(true);
    expect(isWanted(['order.changed'], 'portout.changed')).toBe(false);
  });
});
