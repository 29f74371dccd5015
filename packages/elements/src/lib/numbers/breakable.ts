import { html } from 'lit';

/** A purpose in words, which may break after a slash. */
export const breakable = (words: string) =>
  words.split('/').map((piece, index) => (index === 0 ? piece : html`/<wbr />${piece}`));
