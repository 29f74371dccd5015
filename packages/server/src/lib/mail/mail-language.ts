import { type CalendarDate, type InstantLike, toMillis } from '@numberdesk/core/time';
import { ar } from './locales/ar.ts';
import { de } from './locales/de.ts';
import { type Forms, type MailWords, en } from './locales/en.ts';
import { es } from './locales/es.ts';

const languages: Record<string, MailWords> = { ar, de, en, es };

type KeysOf<Kind> = { [Key in keyof MailWords]: MailWords[Key] extends Kind ? Key : never }[keyof MailWords];

/** Words, dates and numbers as one reader expects them. */
export interface MailLanguage {
  /** BCP 47. */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** A text with its places filled in. */
  say(key: KeysOf<string>, values?: Record<string, string>): string;
  /** A text by how many there are. */
  count(key: Exclude<keyof MailWords, KeysOf<string>>, count: number): string;
  /** A moment with its day, in a time zone that is named. */
  moment(at: InstantLike, timeZone: string): string;
  date(date: CalendarDate): string;
}

const known = new Map<string, MailLanguage>();

/** The language of a locale such as `es-MX`; English where the kit does not speak it. */
export function mailLanguage(locale: string): MailLanguage {
  let language = known.get(locale);
  if (!language) known.set(locale, (language = makeLanguage(locale)));
  return language;
}

function makeLanguage(asked: string): MailLanguage {
  const words = languages[new Intl.Locale(asked).language];
  const locale = words ? asked : 'en';
  const texts = words ?? en;
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const clocks = new Map<string, Intl.DateTimeFormat>();
  return {
    locale,
    direction: texts === ar ? 'rtl' : 'ltr',
    say: (key, values = {}) => fill(texts[key], values),
    count(key, count) {
      const forms: Forms = texts[key];
      return fill(forms[plural.select(count)] ?? forms.other, { count: number.format(count) });
    },
    moment(at, timeZone) {
      let clock = clocks.get(timeZone);
      if (!clock) clocks.set(timeZone, (clock = new Intl.DateTimeFormat(locale, { ...whole, timeZone })));
      return clock.format(toMillis(at));
    },
    date: (day) => date.format(Date.parse(day)),
  };
}

const whole = {
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;

function fill(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
