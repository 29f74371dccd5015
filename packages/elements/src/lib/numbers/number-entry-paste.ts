import { type CallPurpose, callPurposeTexts } from '@numberdesk/core/numbers';

/** Whether pasted lines say what their numbers are for. */
export const havePurposes = (lines: readonly string[]): boolean => lines.some((line) => /[,;\t]/.test(line));

/** Pasted lines as a batch; lines that are numbers alone get the purpose that was chosen for them. */
export function pastedBatch(lines: readonly string[], purpose: CallPurpose | null): string {
  const isBare = purpose !== null && !havePurposes(lines);
  return lines.map((line) => (isBare ? `${line.trim()},${callPurposeTexts[purpose]}` : line)).join('\n');
}
