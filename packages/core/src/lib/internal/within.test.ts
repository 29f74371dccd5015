import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { untilAborted, within } from './within.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => undefined);
const late = () => new Error('late');

describe('an act within a time', () => {
  it('gives what the act gives, and leaves no timer behind', async () => {
    await expect(within({ millis: 100, late }, async () => 7)).resolves.toBe(7);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fails as the act fails, also at once', async () => {
    await expect(within({ millis: 100, late }, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const sudden = within({ millis: 100, late }, () => {
      throw new Error('sudden');
    });
    await expect(sudden).rejects.toThrow('sudden');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends in time even if the act does not heed its signal', async () => {
    let inner: AbortSignal | undefined;
    const act = within({ millis: 100, late }, (signal) => ((inner = signal), never()));
    const ended = expect(act).rejects.toThrow('late');
    await vi.advanceTimersByTimeAsync(99);
    expect(inner?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(inner?.aborted).toBe(true);
    await ended;
  });

  it('ends with the caller’s signal, for the caller’s reason', async () => {
    const caller = new AbortController();
    const act = within({ millis: 100, signal: caller.signal, late }, never);
    caller.abort('changed my mind');
    await expect(act).rejects.toBe('changed my mind');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not begin for a caller who has left', async () => {
    const act = vi.fn(never);
    await expect(within({ millis: 1, signal: AbortSignal.abort('gone'), late }, act)).rejects.toBe('gone');
    expect(act).not.toHaveBeenCalled();
  });

  it('may last for ever', async () => {
    void within({ millis: Infinity, late }, never);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('waiting until an abort', () => {
  it('ends at once when it has happened already', async () => {
    await expect(untilAborted(never(), AbortSignal.abort('gone'))).rejects.toBe('gone');
  });

  it('takes its listener away when it is over', async () => {
    const { signal } = new AbortController();
    const remove = vi.spyOn(signal, 'removeEventListener');
    await expect(untilAborted(Promise.resolve(1), signal)).resolves.toBe(1);
    await Promise.resolve();
    expect(remove).toHaveBeenCalledOnce();
  });
});
