/** What a search looks for; a request is found by any of these that is not `null` (POR-2). */
export interface PortOutSearch {
  /** A whole number, in E.164. */
  number: string | null;
  /** How a number begins, its plus sign included: with an area code, or with three digits after a plus. */
  start: string | null;
  /** Four or more digits that follow each other somewhere in a number. */
  digits: string | null;
  /** The start of a request number, as {@link portOutRequestKey} writes it. */
  request: string | null;
}

/** Digits that a part of a number has at least; of three it is only looked whether numbers begin with them. */
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
 * What a typed text looks for: a telephone number, however it is formatted and whether or not its `+` has arrived, an
 * area code of North America, four or more digits of a number, or the start of a request number in any case. Ten digits
 * without a plus are a number of North America, and may be a part of another country's as well (POR-2).
 */
export function portOutSearch(q: string): PortOutSearch {
  const text = typed(q).replace(/^tel:\s*/i, '');
  const request = portOutRequestKey(q) || null;
  if (!/^\+?[\d\s().·•/\p{Pd}]+$/u.test(text)) return { number: null, start: null, digits: null, request };
  const digits = text.replace(/\D/g, '');
  const hasPlus = text.startsWith('+');
  const isNational = hasPlus ? /^1[2-9]\d{9}$/.test(digits) : /^1?[2-9]\d{9}$/.test(digits);
  return {
    number: isNational ? `+1${digits.slice(-10)}` : null,
    start: digits.length === minDigits - 1 ? `${hasPlus ? '+' : '+1'}${digits}` : null,
    digits: digits.length < minDigits || (isNational && hasPlus) ? null : digits,
    request,
  };
}

/** Whether a request is what a search looks for; a search for nothing finds all (POR-2). */
export function matchesPortOutSearch(
  portout: { request: string; numbers: readonly { tn: string }[] },
  { number, start, digits, request }: PortOutSearch,
): boolean {
  if ([number, start, digits, request].every((part) => part === null)) return true;
  if (request !== null && portOutRequestKey(portout.request).startsWith(request)) return true;
  const begins = (tn: string) => start !== null && tn.startsWith(start);
  const holds = (tn: string) => digits !== null && tn.includes(digits);
  return portout.numbers.some(({ tn }) => tn === number || begins(tn) || holds(tn));
}
