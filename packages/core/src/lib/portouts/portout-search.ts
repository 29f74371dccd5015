/** What a search looks for; a request is found by any of the three that is not `null` (POR-2). */
export interface PortOutSearch {
  /** A whole number, in E.164. */
  number: string | null;
  /** Four or more digits that follow each other somewhere in a number. */
  digits: string | null;
  /** The start of a request number, as {@link portOutRequestKey} writes it. */
  request: string | null;
}

/** Digits of a number that are looked for at least. */
const minDigits = 4;

/** Arabic and Persian digits as the others, and nothing that cannot be seen. */
function typed(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .trim();
}

/**
 * A request number in the form in which it is looked for: without regard to case. A `+` and a blank are the same, since
 * the one can arrive as the other; the number itself is never parsed (POR-2).
 */
export function portOutRequestKey(request: string): string {
  return typed(request)
    .toLowerCase()
    .replace(/[+\s]+/g, ' ')
    .trim();
}

/**
 * What a typed text looks for: a telephone number, however it is formatted and whether or not its `+` has arrived, four
 * or more digits of one, or the start of a request number in any case (POR-2).
 */
export function portOutSearch(q: string): PortOutSearch {
  const text = typed(q).replace(/^tel:\s*/i, '');
  const request = portOutRequestKey(q) || null;
  if (!/^\+?[\d\s().·•/\p{Pd}]+$/u.test(text)) return { number: null, digits: null, request };
  const digits = text.replace(/\D/g, '');
  if (/^1?[2-9]\d{9}$/.test(digits) && !/^\+[2-9]/.test(text)) {
    return { number: `+1${digits.slice(-10)}`, digits: null, request };
  }
  return { number: null, digits: digits.length >= minDigits ? digits : null, request };
}

/** Whether a request is what a search looks for; a search for nothing finds all (POR-2). */
export function matchesPortOutSearch(
  portout: { request: string; numbers: readonly { tn: string }[] },
  { number, digits, request }: PortOutSearch,
): boolean {
  if (number === null && digits === null && request === null) return true;
  if (request !== null && portOutRequestKey(portout.request).startsWith(request)) return true;
  return portout.numbers.some(({ tn }) => tn === number || (digits !== null && tn.includes(digits)));
}
