import type { PortOutDetail } from '@numberdesk/core/portouts';
import type { DeadlineWords } from './portout-deadline.template.ts';

/**
 * A letter of authorization in words: who signed it and when, then the name of its file. None where none was submitted;
 * one that was recorded by its file alone has only that (POR-3).
 */
export function loaLines(
  loa: PortOutDetail['submitted']['loa'],
  { texts, formats }: Pick<DeadlineWords, 'texts' | 'formats'>,
): string[] {
  if (loa === null) return [];
  const { name, date, file } = loa;
  const signed =
    name === null || date === null
      ? (name ?? date)
      : texts.say('portout.loa.signed', { name, date: formats.dates(date, date) });
  return [signed, file].filter((line) => line !== null);
}
