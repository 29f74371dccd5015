/** Several spaces and line breaks as one space; a space that does not break as a plain one. */
export const flat = (text: string) => text.replace(/[\s\u202f\u00a0]+/g, ' ').trim();

/** What names a cell where no column does: it is drawn before what stands in it; nothing in columns. */
export function labelOf(cell: HTMLElement): string {
  const { content } = getComputedStyle(cell, '::before');
  return content === 'none' || content === 'normal' ? '' : (cell.dataset['label'] ?? '');
}

/** What a button is called. */
export function nameOf(button: HTMLElement): string {
  const copy = button.cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
  const name = button.getAttribute('aria-label') ?? flat(copy.textContent ?? '');
  return name.replace(/[\u2068\u2069]/g, '');
}
