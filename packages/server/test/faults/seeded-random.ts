/** Chance that comes the same way again from the same seed. */
export interface SeededRandom {
  /** From 0 up to 1. */
  (): number;
  /** A whole number from the first up to and including the last. */
  between(first: number, last: number): number;
  pick<T>(from: readonly T[]): T;
}

/** What a run begins with: `FAULTS_SEED`, or another one each time. */
export const seed = Number(process.env.FAULTS_SEED || Math.floor(Math.random() * 1_000_000));

/** Makes a source of chance; `name` keeps those of one run apart. */
export function seededRandom(name: string): SeededRandom {
  let state = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, seed + 1) || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return state / 4_294_967_296;
  };
  const between = (first: number, last: number) => first + Math.floor(next() * (last - first + 1));
  return Object.assign(next, {
    between,
    pick: <T>(from: readonly T[]) => from[between(0, from.length - 1)]!,
  });
}
