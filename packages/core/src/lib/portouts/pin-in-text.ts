/** Marks that may stand between the characters of a PIN that somebody has written down. */
const apart = '[^\\p{L}\\p{N}]*';

/** A text as it is read: no matter in which digits, how wide, how large, or with what that cannot be seen. */
const read = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .toLowerCase();

/** What a character must not stand beside: a digit beside digits is another number, a letter beside letters a word. */
const kindOf = (character: string) => (/\p{N}/u.test(character) ? '\\p{N}' : '\\p{L}');

/**
 * Whether a text is a PIN or holds it: also in other digits, or with blanks and marks in between. A longer number or word
 * that merely has the same digits or letters in it, such as a telephone number, is something else (POR-3).
 */
export function holdsPin(text: string, pin: string): boolean {
  const characters = read(pin).match(/[\p{L}\p{N}]/gu);
  if (!characters) return pin.trim() !== '' && text.includes(pin.trim());
  const [first = '', last = ''] = [characters[0], characters.at(-1)];
  const whole = `(?<!${kindOf(first)})${characters.join(apart)}(?!${kindOf(last)})`;
  return new RegExp(whole, 'u').test(read(text));
}

/** What stands against a text, in English, for whoever reads a problem's `detail`. */
export const holdsPinText = 'This holds the PIN: leave it out, it is never told to anybody.';

/** Which of the texts, each by its JSON Pointer, hold one of the PINs: they are not to be stored, nor sent (POR-3). */
export function pinProblems(
  texts: readonly (readonly [path: string, text: string | undefined])[],
  pins: readonly (string | null | undefined)[],
): { path: string; code: 'holds-pin'; detail: string }[] {
  const known = pins.filter((pin) => pin != null);
  return texts
    .filter(([, text]) => text !== undefined && known.some((pin) => holdsPin(text, pin)))
    .map(([path]) => ({ path, code: 'holds-pin', detail: holdsPinText }));
}
