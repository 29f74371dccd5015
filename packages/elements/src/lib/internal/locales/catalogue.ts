import { type Messages, en } from './en.ts';

/** The languages that there are texts for, besides English; each is loaded when it is needed. */
const loaders: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: () => import('./ar.ts').then(({ ar }) => ar),
  de: () => import('./de.ts').then(({ de }) => de),
  es: () => import('./es.ts').then(({ es }) => es),
};

const loaded = new Map<string, Messages | null>([['en', en]]);

/** The texts of a language: `null` where there are none, `undefined` where they have not been loaded yet. */
export function loadedMessages(language: string): Messages | null | undefined {
  return loaded.has(language) || Object.hasOwn(loaders, language) ? loaded.get(language) : null;
}

/** Loads the texts of a language, once; one that cannot be loaded counts as one that there is not. */
export async function loadMessages(language: string): Promise<void> {
  const messages = await loaders[language]?.().catch(() => null);
  loaded.set(language, messages ?? null);
}
