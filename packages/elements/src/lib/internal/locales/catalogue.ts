import { type Messages, en } from './en.ts';

/** How to load the texts of each language besides English. */
export type LanguageLoaders = Readonly<Record<string, () => Promise<Partial<Messages>>>>;

/** The languages that there are texts for; each is loaded when it is needed. */
const loaders: LanguageLoaders = {
  ar: () => import('./ar.ts').then(({ ar }) => ar),
  de: () => import('./de.ts').then(({ de }) => de),
  es: () => import('./es.ts').then(({ es }) => es),
};

/** These texts, and those that widgets add to them. */
const parts = [loaders];

/** What has been loaded, by the language and of how many parts it was then. */
const loaded = new Map<string, Messages | null>();
const keyOf = (language: string) => language + parts.length;

/** Adds the texts of one widget, so that no page loads those of another. */
export function bringLanguages(loaders: LanguageLoaders): void {
  parts.push(loaders);
}

/** The texts of a language: `null` where there are none, `undefined` where they have not been loaded yet. */
export function loadedMessages(language: string): Messages | null | undefined {
  return language === 'en' ? en : Object.hasOwn(loaders, language) ? loaded.get(keyOf(language)) : null;
}

/** Loads the texts of a language, once; one that cannot be loaded counts as one that there is not. */
export async function loadMessages(language: string): Promise<void> {
  const key = keyOf(language);
  const pieces = await Promise.all(parts.map((part) => part[language]?.().catch(() => null)));
  const whole = pieces[1] ? Object.assign({}, ...pieces) : pieces[0];
  if (!loaded.has(key)) loaded.set(key, pieces.includes(null) ? null : (whole as Messages));
}
