/** What has been written once need not be written again. */
function once<Key>(written: Map<Key, string>, key: Key, write: () => string): string {
  let text = written.get(key);
  if (text === undefined) written.set(key, (text = write()));
  return text;
}

/** Keeps what is slow to make: an Intl object by what it was made of. */
export function kept<Format>(make: (locale: string, timeZone?: string) => Format) {
  const made = new Map<string, Format>();
  return (locale: string, timeZone?: string): Format => {
    const key = `${locale} ${timeZone ?? ''}`;
    let format = made.get(key);
    if (!format) made.set(key, (format = make(locale, timeZone)));
    return format;
  };
}

const dates = (options: Intl.DateTimeFormatOptions) =>
  kept((locale, timeZone) => new Intl.DateTimeFormat(locale, timeZone ? { ...options, timeZone } : options));

export const numberFormat = kept((locale) => new Intl.NumberFormat(locale));
export const pluralRules = kept((locale) => new Intl.PluralRules(locale));
const regionNames = kept((locale) => new Intl.DisplayNames(locale, { type: 'region' }));
const dayFormat = dates({ day: 'numeric', month: 'short', year: 'numeric' });
const exactFormat = dates({ dateStyle: 'medium', timeStyle: 'short' });
const momentFormat = dates({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });

/** Numbers, dates and names as a reader writes them, in the account's time zone (TIM-1). */
export class Formats {
  readonly #locale: string;
  readonly #timeZone: string | undefined;
  /** What takes long to write, and many orders share. */
  readonly #numbers = new Map<number, string>();
  readonly #ranges = new Map<string, string>();
  readonly #countries = new Map<string, string>();

  constructor(locale: string, timeZone: string | undefined) {
    this.#locale = locale;
    this.#timeZone = timeZone;
  }

  isFor(locale: string, timeZone: string | undefined): boolean {
    return locale === this.#locale && timeZone === this.#timeZone;
  }

  number(value: number): string {
    return once(this.#numbers, value, () => numberFormat(this.#locale).format(value));
  }

  /** The day of a moment. */
  day(moment: string): string {
    return dayFormat(this.#locale, this.#timeZone).format(new Date(moment));
  }

  /** Day and time of a moment, without the year. */
  moment(moment: string | number): string {
    return momentFormat(this.#locale, this.#timeZone).format(new Date(moment));
  }

  /** Day and time of a moment, with the year. */
  exactly(moment: string): string {
    return exactFormat(this.#locale, this.#timeZone).format(new Date(moment));
  }

  /** Two dates without a time, which no time zone shifts (TIM-4). */
  dates(from: string, to: string): string {
    return once(this.#ranges, `${from} ${to}`, () =>
      dayFormat(this.#locale, 'UTC').formatRange(new Date(from), new Date(to)),
    );
  }

  /** The name of a country; a code that is none is handed back. */
  country(code: string): string {
    return once(this.#countries, code, () => {
      try {
        return regionNames(this.#locale).of(code) ?? code;
      } catch {
        return code;
      }
    });
  }
}
