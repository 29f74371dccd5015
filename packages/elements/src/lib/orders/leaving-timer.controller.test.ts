import { expect } from '@open-wc/testing';
import type { ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';
import { LeavingTimer } from './leaving-timer.controller.ts';

/** A timer beside a clock that can be put on or back, as somebody does with a machine's: that wakes nobody. */
function timerOf() {
  let [now, next, of] = [0, Infinity, {}];
  let wait: number | null = null;
  let fire = () => {};
  let woken = 0;
  const clock: Clock = {
    now: () => now,
    after: (millis, act) => {
      [wait, fire] = [millis, act];
      return () => (wait = null);
    },
  };
  const host = { isConnected: true, addController: Boolean } as unknown as ReactiveElement;
  const timer = new LeavingTimer(host, {
    next: () => next,
    of: () => of,
    clock: () => clock,
    act: () => woken++,
  });
  const told = (leaves: number, at = now) => {
    [next, now, of] = [leaves, at, {}];
    timer.hostUpdated();
    return wait;
  };
  const wake = () => {
    now += wait ?? 0;
    wait = null;
    fire();
    return woken;
  };
  return { told, wake, leave: () => timer.hostDisconnected(), wait: () => wait };
}

const minute = 60_000;

describe('the timer of what leaves', () => {
  it('waits until the next leaves, and no longer than an hour', () => {
    const { told, leave, wait } = timerOf();
    expect(told(5 * minute)).to.equal(5 * minute);
    expect(told(2 * minute)).to.equal(2 * minute);
    leave();
    expect(wait()).to.equal(null);
    expect(told(Infinity)).to.equal(60 * minute);
  });

  it('stays as it is when the next leaves later', () => {
    const { told } = timerOf();
    told(5 * minute);
    expect(told(9 * minute, minute)).to.equal(5 * minute);
    expect(told(3 * minute, 2 * minute)).to.equal(minute);
  });

  it('wakes, and waits for the next then', () => {
    const { told, wake, wait } = timerOf();
    told(5 * minute);
    expect(wake()).to.equal(1);
    expect(wait()).to.equal(null);
    expect(told(9 * minute)).to.equal(4 * minute);
    expect(wake()).to.equal(2);
  });

  it('is set anew by a clock that was put on, or back', () => {
    const { told } = timerOf();
    told(5 * minute);
    expect(told(600 * minute, 590 * minute)).to.equal(10 * minute);
    expect(told(3 * minute, 0)).to.equal(3 * minute);
  });
});
