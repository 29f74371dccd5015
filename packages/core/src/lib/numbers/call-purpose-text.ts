import { type CallPurpose, callPurposeTexts, callPurposes } from './call-purposes.ts';

/** A purpose, or that a text is none; a suggestion is the exact text of one (NUM-5). */
export type CallPurposeReading =
  { ok: true; purpose: CallPurpose } | { ok: false; code: 'purpose-unknown'; suggestion?: string };

/**
 * Reads a purpose as it is written in a file: exactly so (NUM-5). Another case, blanks, dashes, a plural, the id and
 * small slips of the keyboard are suggestions.
 */
export function parseCallPurpose(text: string): CallPurposeReading {
  const purpose = callPurposes.find((each) => callPurposeTexts[each] === text);
  if (purpose) return { ok: true, purpose };
  const intended = intendedPurpose(text);
  return { ok: false, code: 'purpose-unknown', ...(intended && { suggestion: callPurposeTexts[intended] }) };
}

interface Known {
  purpose: CallPurpose;
  letters: string;
  /** How many slips are forgiven; short words are near to many others: "person" is no prison. */
  allowed: number;
}

let known: readonly Known[] | undefined;

function knownPurposes(): readonly Known[] {
  return (known ??= callPurposes.map((purpose) => {
    const letters = lettersOf(callPurposeTexts[purpose]);
    return { purpose, letters, allowed: letters.length < 8 ? 1 : 2 };
  }));
}

/** The purpose that is nearest, if it is near and no other is as near. */
function intendedPurpose(text: string): CallPurpose | null {
  const letters = text.length > 100 ? '' : lettersOf(text);
  const same = knownPurposes().find((each) => each.letters === letters);
  if (same) return same.purpose;
  const near = knownPurposes()
    .filter((each) => Math.abs(each.letters.length - letters.length) <= each.allowed)
    .map((each) => ({ ...each, slips: slipsBetween(each.letters, letters) }))
    .filter(({ slips, allowed }) => slips <= allowed)
    .sort((a, b) => a.slips - b.slips);
  return near[0] && near[0].slips !== near[1]?.slips ? near[0].purpose : null;
}

/** The letters of a text: no case, no plural, no word that joins, nothing between words. */
function lettersOf(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return words
    .filter((word) => word !== 'and')
    .map((word) => word.replace(/ies$/, 'y').replace(/(?<=[^s]{2})s$/, ''))
    .join('');
}

/** How many letters were left out, put in, changed, or swapped with the next. */
function slipsBetween(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = (last[j - 1] ?? 0) + (isSame ? 0 : 1);
      const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : changed;
      row[j] = Math.min(changed, swapped, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
