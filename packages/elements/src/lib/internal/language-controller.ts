import type { ReactiveController, ReactiveElement } from 'lit';
import { kept } from './formats.ts';
import { type MessageOverrides, Localizer } from './localize.ts';
import { loadMessages, loadedMessages } from './locales/catalogue.ts';
import { en } from './locales/en.ts';

/** What decides a widget's language, apart from where it stands in the page. */
export interface LanguageWishes {
  /** Asked for on the widget itself. */
  own: string | null;
  /** Asked for on a portal: it counts from the portal's place in the page. */
  portal: { element: Element; locale: string | null } | null;
  session: string | null;
  overrides: readonly (MessageOverrides | null | undefined)[];
}

/**
 * The widget's language: its own property, else the nearest `lang` (or portal) around it, through shadow roots, else
 * the session's, the browser's, English. Languages other than English are loaded when they are needed.
 */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #wishes: () => LanguageWishes;
  readonly #observer: MutationObserver;
  #texts = new Localizer('en', en);
  /** What the texts were made of. */
  #made: readonly unknown[] = [];
  #isReady = false;

  constructor(host: ReactiveElement, wishes: () => LanguageWishes) {
    this.#host = host;
    this.#wishes = wishes;
    this.#observer = new MutationObserver(() => host.requestUpdate());
    host.addController(this);
  }

  /** The texts; English ones while the language's own are on their way. */
  get texts(): Localizer {
    return this.#texts;
  }

  /** Whether the texts are those of the language, so that nothing has to be shown in English first. */
  get isReady(): boolean {
    return this.#isReady;
  }

  hostConnected(): void {
    for (let root: Node | null = this.#host.getRootNode(); root;) {
      this.#observer.observe(root, { attributeFilter: ['lang'], subtree: true });
      root = root instanceof ShadowRoot ? root.host.getRootNode() : null;
    }
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    const { own, portal, session, overrides } = this.#wishes();
    const locale =
      toLocale(own) ??
      toLocale(nearestLanguage(this.#host, portal)) ??
      toLocale(session) ??
      toLocale(navigator.language) ??
      new Intl.Locale('en');
    const messages = loadedMessages(locale.language);
    if (messages === undefined) {
      void this.#load(locale.language);
      // What another widget adds to the language is no reason to take back what this one says already.
      if (this.#isReady && this.#texts.locale.startsWith(locale.language)) return;
    }
    this.#isReady = messages !== undefined;
    // Dates in a language that the words are not in would read as a mixture.
    const spoken = messages || overrides.some(Boolean) ? locale.toString() : 'en';
    const made = [spoken, messages, ...overrides];
    if (made.every((part, index) => part === this.#made[index])) return;
    this.#made = made;
    this.#texts = new Localizer(spoken, messages ?? en, Object.assign({}, ...overrides) as MessageOverrides);
  }

  async #load(language: string): Promise<void> {
    await loadMessages(language);
    this.#host.requestUpdate();
  }
}

function nearestLanguage(node: Node | null, portal: LanguageWishes['portal']): string | null {
  if (!node) return null;
  const here = node === portal?.element ? portal.locale : null;
  const language = here ?? (node instanceof Element ? node.getAttribute('lang') : null);
  return language || nearestLanguage(node instanceof ShadowRoot ? node.host : node.parentNode, portal);
}

const localeOf = kept((tag) => new Intl.Locale(tag));

function toLocale(tag: string | null): Intl.Locale | null {
  try {
    return tag ? localeOf(tag) : null;
  } catch {
    return null;
  }
}
