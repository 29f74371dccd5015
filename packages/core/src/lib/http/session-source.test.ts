import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSessionSource, fixedToken } from './session-source.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 22) }));
afterEach(() => void vi.useRealTimers());

const now = () => Date.now();
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

/** A host that hands out t1, t2, …, each good for a hundred seconds. */
function host(life = 100) {
  let count = 0;
  return vi.fn(async (_: AbortSignal) => ({ token: `t${++count}`, expiresAt: inSeconds(life) }));
}

describe('the session of a page', () => {
  it('is fetched when it is first needed, once for all who ask', async () => {
    const fetchSession = host();
    const source = createSessionSource(fetchSession, now);
    expect(fetchSession).not.toHaveBeenCalled();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => source.token()));
    expect(new Set(tokens)).toEqual(new Set(['t1']));
    expect(fetchSession).toHaveBeenCalledOnce();
  });

  it('is used as it is for four fifths of its life', async () => {
    const fetchSession = host();
    const source = createSessionSource(fetchSession, now);
    await source.token();
    vi.advanceTimersByTime(79_999);
    expect(await source.token()).toBe('t1');
    expect(fetchSession).toHaveBeenCalledOnce();
  });

  it('is renewed after that, once, while nobody waits', async () => {
    const fetchSession = host();
    const source = createSessionSource(fetchSession, now);
    await source.token();
    vi.advanceTimersByTime(80_000);
    expect(await Promise.all([source.token(), source.token()])).toEqual(['t1', 't1']);
    await vi.advanceTimersByTimeAsync(0);
    expect(fetchSession).toHaveBeenCalledTimes(2);
    expect(await source.token()).toBe('t2');
  });

  it('is waited for when the old one has ended', async () => {
    const source = createSessionSource(host(), now);
    await source.token();
    vi.advanceTimersByTime(100_000);
    expect(await source.token()).toBe('t2');
  });

  it('goes on with the old one while that is good, even if the host fails', async () => {
    const fetchSession = host();
    const source = createSessionSource(fetchSession, now);
    await source.token();
    fetchSession.mockRejectedValue(new Error('503'));
    vi.advanceTimersByTime(99_999);
    expect(await source.token()).toBe('t1');
    vi.advanceTimersByTime(1);
    await expect(source.token()).rejects.toMatchObject({ code: 'session-expired', status: 401 });
  });

  it('is fetched anew when the server did not take it, but not for what is refused of an older one', async () => {
    const source = createSessionSource(host(), now);
    await source.token();
    source.refuse('t1');
    expect(await source.token()).toBe('t2');
    source.refuse('t1');
    expect(await source.token()).toBe('t2');
  });

  it('that the host refuses is expired, with the host’s reason', async () => {
    const cause = new Error('logged out');
    const source = createSessionSource(() => Promise.reject(cause), now);
    await expect(source.token()).rejects.toMatchObject({ code: 'session-expired', status: 401, cause });
  });

  it('that the host throws at once is expired as well', async () => {
    const source = createSessionSource(() => {
      throw new Error('logged out');
    }, now);
    await expect(source.token()).rejects.toMatchObject({ code: 'session-expired' });
  });

  it('is asked for again after a failure', async () => {
    const fetchSession = host();
    fetchSession.mockRejectedValueOnce(new Error('503'));
    const source = createSessionSource(fetchSession, now);
    await expect(source.token()).rejects.toMatchObject({ code: 'session-expired' });
    expect(await source.token()).toBe('t1');
  });

  it('has no status when the host could not be reached, so that a stream may hope', async () => {
    const source = createSessionSource(() => Promise.reject(new TypeError('Failed to fetch')), now);
    await expect(source.token()).rejects.toMatchObject({ code: 'unreachable', status: 0 });
  });

  it('is waited for no longer than thirty seconds, whether or not the host heeds the signal', async () => {
    const fetchSession = host();
    let given: AbortSignal | undefined;
    fetchSession.mockImplementationOnce((signal) => ((given = signal), new Promise(() => undefined)));
    const source = createSessionSource(fetchSession, now);
    const failed = expect(source.token()).rejects.toMatchObject({ code: 'unreachable', status: 0 });
    await vi.advanceTimersByTimeAsync(30_000);
    await failed;
    expect(given?.aborted).toBe(true);
    expect(await source.token()).toBe('t1');
  });

  it.each([
    ['nothing', undefined],
    ['no token', { expiresAt: '2026-11-22T00:15:00.000Z' }],
    ['an empty token', { token: '', expiresAt: '2026-11-22T00:15:00.000Z' }],
    ['no end', { token: 't' }],
    ['an end that is no moment', { token: 't', expiresAt: 'soon' }],
  ])('is none when the host gives %s', async (_, session) => {
    const source = createSessionSource(async () => session as never, now);
    await expect(source.token()).rejects.toMatchObject({ code: 'session-expired', status: 401 });
  });

  it('is good until the server says otherwise when the clock here has passed its end already', async () => {
    const fetchSession = host(-1200);
    const source = createSessionSource(fetchSession, now);
    expect(await source.token()).toBe('t1');
    vi.advanceTimersByTime(10_000);
    expect(await source.token()).toBe('t1');
    source.refuse('t1');
    expect(await source.token()).toBe('t2');
  });
});

describe('a secret key', () => {
  it('is what it is, whatever the server says', async () => {
    const source = fixedToken('sk_1');
    source.refuse('sk_1');
    expect(await source.token()).toBe('sk_1');
  });
});
