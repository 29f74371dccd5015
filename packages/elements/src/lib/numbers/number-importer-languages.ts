import { bringLanguages } from '../internal/locales/catalogue.ts';

/** Adds the texts of `<number-importer>` to each language. */
export function bringNumberImporterLanguages(): void {
  bringLanguages({
    ar: () =>
      import('../internal/locales/ar-number-importer.ts').then(({ arNumberImporter }) => arNumberImporter),
    de: () =>
      import('../internal/locales/de-number-importer.ts').then(({ deNumberImporter }) => deNumberImporter),
    es: () =>
      import('../internal/locales/es-number-importer.ts').then(({ esNumberImporter }) => esNumberImporter),
  });
}
