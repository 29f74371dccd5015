import type { CSSResult, ReactiveElement } from 'lit';

/** Gives a widget styles that it did not have from the beginning, once. */
export function addStyles({ renderRoot }: ReactiveElement, { styleSheet }: CSSResult): void {
  const root = renderRoot as ShadowRoot;
  if (!styleSheet || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
