import { bringLanguages } from '../internal/locales/catalogue.ts';

/** Adds the texts of `<portout-list>` to each language. */
export function bringPortOutListLanguages(): void {
  bringLanguages({
    ar: () => import('../internal/locales/ar-portout-list.ts').then(({ arPortOutList }) => arPortOutList),
    de: () => import('../internal/locales/de-portout-list.ts').then(({ dePortOutList }) => dePortOutList),
    es: () => import('../internal/locales/es-portout-list.ts').then(({ esPortOutList }) => esPortOutList),
  });
}
