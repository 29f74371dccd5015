/** A source of chance that says the same every time: numbers in [0, 1), and picks out of lists. */
export interface Random {
  (): number;
  between(min: number, max: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of them, each as likely as its weight says. */
  weighted<T extends { weight: number }>(list: readonly T[]): T;
}

/** Mulberry32: small, and good enough for a demonstration. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  return Object.assign(next, {
    between: (min: number, max: number) => min + next() * (max - min),
    pick,
    weighted<T extends { weight: number }>(list: readonly T[]): T {
      let left = next() * list.reduce((sum, { weight }) => sum + weight, 0);
      return list.find(({ weight }) => (left -= weight) < 0) ?? pick(list);
    },
  });
}
