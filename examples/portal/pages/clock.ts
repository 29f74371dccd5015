/** What the desk tells the other pages of this browser when it has moved the demonstration's clock. */
const channel = new BroadcastChannel('numberdesk-demo-clock');

/** Time as a widget takes it. */
interface Clock {
  now(): number;
  after(millis: number, act: () => void): () => void;
}

/** A clock that is ahead of the machine's. */
export function clockAhead(ahead: number): Clock {
  return {
    now: () => Date.now() + ahead,
    after(millis, act) {
      const timer = setTimeout(act, millis);
      return () => clearTimeout(timer);
    },
  };
}

/** How far the demonstration's clock is ahead. */
export async function readClock(): Promise<number> {
  const answer = await fetch('/clock');
  return ((await answer.json()) as { ahead: number }).ahead;
}

/** Tells the other pages that the clock has been moved. */
export const tellClock = (ahead: number) => channel.postMessage(ahead);

/** Is told how far the clock is ahead, at once if it is, and whenever the desk moves it. */
export function followClock(take: (ahead: number) => void): void {
  channel.addEventListener('message', ({ data }) => take(Number(data)));
  void readClock().then((ahead) => ahead > 0 && take(ahead));
}
