import { bringLanguages } from '../internal/locales/catalogue.ts';

/** Adds the texts of `<number-table>` to each language. */
export function bringNumberTableLanguages(): void {
  bringLanguages({
    ar: () => import('../internal/locales/ar-number-table.ts').then(({ arNumberTable }) => arNumberTable),
    de: () => import('../internal/locales/de-number-table.ts').then(({ deNumberTable }) => deNumberTable),
    es: () => import('../internal/locales/es-number-table.ts').then(({ esNumberTable }) => esNumberTable),
  });
}
