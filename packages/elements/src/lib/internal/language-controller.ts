import type { ReactiveController, ReactiveElement } from 'lit';
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
  readonly #observer: MutationObserver | null;
  #made: { key: readonly unknown[]; texts: Localizer } | null = null;
  #isReady = false;

  constructor(host: ReactiveElement, wishes: () => LanguageWishes) {
    this.#host = host;
    this.#wishes = wishes;
    this.#observer = globalThis.MutationObserver ? new MutationObserver(() => host.requestUpdate()) : null;
    host.addController(this);
  }

  /** The texts; English ones while the language's own are on their way. */
  get texts(): Localizer {
    return this.#made?.texts ?? new Localizer('en', en);
  }

  /** Whether the texts are those of the language, so that nothing has to be shown in English first. */
  get isReady(): boolean {
    return this.#isReady;
  }

  hostConnected(): void {
    for (let root: Node | null = this.#host.getRootNode(); root;) {
      const options = { attributes: true, subtree: true, attributeFilter: ['lang'] };
      this.#observer?.observe(root, options);
      root = root instanceof ShadowRoot ? root.host.getRootNode() : null;
    }
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  hostUpdate(): void {
    const wishes = this.#wishes();
    const locale = wantedLocale(this.#host, wishes);
    const language = new Intl.Locale(locale).language;
    const messages = loadedMessages(language);
    if (messages === undefined) void this.#load(language);
    this.#isReady = messages !== undefined;
    const hasOwnWords = wishes.overrides.some(Boolean);
    // Dates in a language that the words are not in would read as a mixture.
    const spoken = messages || hasOwnWords ? locale : 'en';
    const key = [spoken, messages, ...wishes.overrides];
    if (this.#made?.key.every((part, index) => part === key[index])) return;
    const overrides = Object.assign({}, ...wishes.overrides) as MessageOverrides;
    this.#made = { key, texts: new Localizer(spoken, messages || en, overrides) };
  }

  async #load(language: string): Promise<void> {
    await loadMessages(language);
    this.#host.requestUpdate();
  }
}

function wantedLocale(host: Element, { own, portal, session }: LanguageWishes): string {
  const candidates = [own, nearestLanguage(host, portal), session, globalThis.navigator?.language];
  for (const tag of candidates) {
    const [canonical] = tag ? canonicalLocales(tag) : [];
    if (canonical) return canonical;
  }
  return 'en';
}

function nearestLanguage(host: Element, portal: LanguageWishes['portal']): string | null {
  for (let node: Node | null = host; node;) {
    if (node === portal?.element && portal.locale) return portal.locale;
    if (node instanceof Element && node.getAttribute('lang')) return node.getAttribute('lang');
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return null;
}

function canonicalLocales(tag: string): string[] {
  try {
    return Intl.getCanonicalLocales(tag);
  } catch {
    return [];
  }
}
