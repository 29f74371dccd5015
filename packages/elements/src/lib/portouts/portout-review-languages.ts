import { bringLanguages } from '../internal/locales/catalogue.ts';

/** Adds the texts of `<portout-review>` to each language. */
export function bringPortOutReviewLanguages(): void {
  bringLanguages({
    ar: () =>
      import('../internal/locales/ar-portout-review.ts').then(({ arPortOutReview }) => arPortOutReview),
    de: () =>
      import('../internal/locales/de-portout-review.ts').then(({ dePortOutReview }) => dePortOutReview),
    es: () =>
      import('../internal/locales/es-portout-review.ts').then(({ esPortOutReview }) => esPortOutReview),
  });
}
