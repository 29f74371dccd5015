declare const scheduler: { yield?: () => Promise<void> } | undefined;

/** Milliseconds for which work goes on before the page gets its turn. */
const slice = 12;

/**
 * Asked between two pieces of work as often as one likes: gives something to wait for once the page is to have its turn,
 * and tells so before.
 */
export function pagePace(onTurn: () => void): () => Promise<unknown> | undefined {
  let from = performance.now();
  return () => {
    if (performance.now() - from < slice) return undefined;
    onTurn();
    const turn =
      typeof scheduler !== 'undefined' && scheduler.yield
        ? scheduler.yield()
        : new Promise((resolve) => setTimeout(resolve));
    return turn.then(() => (from = performance.now()));
  };
}
