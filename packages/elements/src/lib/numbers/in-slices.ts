/** How work on many rows leaves the page its turn. */
export interface Slices {
  signal?: AbortSignal;
  /** Asked between two pieces of work: gives something to wait for when the page is to have its turn. */
  pause: () => Promise<unknown> | undefined;
}

/** Rows of a piece of work. */
const pieceRows = 256;

/** Does something with each of many, a slice at a time. @throws the signal's reason. */
export async function inSlices(
  length: number,
  { signal, pause }: Slices,
  act: (index: number) => void,
): Promise<void> {
  for (let index = 0; index < length; index++) {
    const paused = index % pieceRows === pieceRows - 1 ? pause() : undefined;
    if (paused) {
      await paused;
      signal?.throwIfAborted();
    }
    act(index);
  }
}
