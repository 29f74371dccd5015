import type { BatchLines } from './batch-outcome.ts';
import { pagePace } from './batch-pace.ts';

/** Rows that are looked at before the page gets its turn. */
const rowsAtATime = 2_000;

/**
 * A key that the import of the same rows always has: whoever had to leave the page finds the import again by bringing
 * the file once more. `about` is what else the import is made of. `null` where the browser makes no digests: on a page
 * that is not served securely.
 */
export async function importKey(about: readonly unknown[], lines: BatchLines): Promise<string | null> {
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const pause = pagePace();
  let made = JSON.stringify(about);
  for (let from = 0; from < lines.length; from += rowsAtATime) {
    const rows = Array.from({ length: Math.min(rowsAtATime, lines.length - from) }, (_, index) => {
      const { number, purpose } = lines.at(from + index);
      return `${number} ${purpose}`;
    });
    const digest = await subtle.digest('SHA-256', new TextEncoder().encode(`${made}\n${rows.join('\n')}`));
    made = btoa(String.fromCharCode(...new Uint8Array(digest)));
    await pause();
  }
  return made;
}
