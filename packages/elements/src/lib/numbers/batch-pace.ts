import { ownPace, paced } from '@numberdesk/core/numbers';

/**
 * Asked between two pieces of work as often as one likes: gives something to wait for once the page is to have its turn,
 * and tells so before.
 */
export function pagePace(onTurn?: () => void): () => Promise<unknown> | undefined {
  const pause = paced(ownPace);
  return () => {
    const turn = pause();
    if (turn) onTurn?.();
    return turn;
  };
}
