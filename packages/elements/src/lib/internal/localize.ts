import type { MessageKey, Messages } from './locales/en.ts';
import { numberFormat, pluralRules } from './formats.ts';
import type { Message } from './locales/message.ts';

/** Texts that a host puts in place of the kit's own. */
export type MessageOverrides = { readonly [Key in MessageKey]?: Message };

/** What stands for the `{name}`s of a text; `count` also chooses the plural. Numbers are written as the language does. */
export type MessageValues = Readonly<Record<string, unknown>>;

/** The texts of one language, with a host's own words in place where there are any. */
export class Localizer {
  readonly locale: string;
  /** Writing direction of the language. */
  readonly direction: 'ltr' | 'rtl';
  readonly #messages: Messages;
  readonly #overrides: MessageOverrides;

  constructor(locale: string, messages: Messages, overrides: MessageOverrides = {}) {
    this.locale = locale;
    this.direction = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(locale) ? 'rtl' : 'ltr';
    this.#messages = messages;
    this.#overrides = overrides;
  }

  /** A text as a string, for attributes and announcements. */
  say(key: MessageKey, values?: MessageValues): string {
    return values ? this.show(key, values).join('') : this.#pattern(key);
  }

  /** A text as pieces to render; a value may be a template. */
  show(key: MessageKey, values: MessageValues): unknown[] {
    return this.#pattern(key, values['count'])
      .split(/\{(\w+)\}/)
      .map((piece, index) => (index % 2 === 0 ? piece : this.#write(values[piece])));
  }

  /** The word for a value of an open vocabulary, `null` where the value is none of ours and is to be shown raw. */
  term(vocabulary: string, value: string): string | null {
    const key = `${vocabulary}.${value}`;
    return Object.hasOwn(this.#messages, key) ? this.say(key as MessageKey) : null;
  }

  #pattern(key: MessageKey, count?: unknown): string {
    const message: Message = this.#overrides[key] ?? this.#messages[key];
    if (typeof message === 'string') return message;
    // What is not counted has the plural of any other count.
    const category = pluralRules(this.locale).select(Number(count));
    return message[category] ?? message.other;
  }

  #write(value: unknown): unknown {
    return typeof value === 'number' ? numberFormat(this.locale).format(value) : value;
  }
}
