import type { Money } from '@numberdesk/core/portouts';

/** As many digits after the point as a currency has; two for one that is none of the world's. */
function digitsOf(currency: string): number {
  const options = { style: 'currency', currency } as const;
  return new Intl.NumberFormat('en', options).resolvedOptions().maximumFractionDigits ?? 2;
}

const isCode = (currency: string) => /^[A-Z]{3}$/i.test(currency);

/** An amount as a reader writes it, in the currency's own digits; what is no currency is shown raw (POR-8). */
export function moneyText({ amountMinor, currency }: Money, locale: string): string {
  if (!isCode(currency)) return `${amountMinor} ${currency}`;
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amountMinor / 10 ** digitsOf(currency));
}

/** How much an amount is, without its sign and its currency, for a file: with a point, whatever the language. */
export function plainAmount({ amountMinor, currency }: Money): string {
  const digits = isCode(currency) ? digitsOf(currency) : 0;
  const figures = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  return digits === 0 ? figures : `${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}
