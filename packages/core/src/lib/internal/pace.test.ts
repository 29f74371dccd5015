import { afterEach, describe, expect, it, vi } from 'vitest';
import { ownPace, paced } from './pace.ts';

afterEach(() => vi.unstubAllGlobals());

describe('work at a pace', () => {
  it('goes on until a slice is over, and begins the next when its turn comes again', async () => {
    let time = 0;
    let pauses = 0;
    const turn = paced({ now: () => time, pause: () => Promise.resolve(void pauses++) });
    expect(turn()).toBeUndefined();
    time = 11;
    expect(turn()).toBeUndefined();
    time = 13;
    const paused = turn();
    time = 40;
    await paused;
    expect(pauses).toBe(1);
    time = 50;
    expect(turn()).toBeUndefined();
  });

  it('gives way to what waits already', async () => {
    const order: string[] = [];
    setTimeout(() => order.push('timer'), 0);
    for (let turns = 0; turns < 1000 && order.length === 0; turns++) await ownPace.pause();
    expect(order).toEqual(['timer']);
    expect(ownPace.now()).toBeGreaterThan(0);
  });

  it('waits in the line of tasks where there is one', async () => {
    const postTask = vi.fn((task: () => void) => Promise.resolve(task()));
    vi.stubGlobal('scheduler', { postTask });
    await ownPace.pause();
    expect(postTask).toHaveBeenCalledTimes(1);
    vi.stubGlobal('scheduler', {});
    await ownPace.pause();
    expect(postTask).toHaveBeenCalledTimes(1);
  });
});
