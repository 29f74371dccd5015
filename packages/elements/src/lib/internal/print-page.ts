import type { Localizer } from './localize.ts';

/** Adds an element with a text to another, and hands it back. */
export type AddElement = (parent: Node, tag: string, text?: string) => HTMLElement;

/** What is printed: a title, its own styles, and whoever writes it, node by node. */
export interface PrintedPage {
  title: string;
  style: string;
  write: (body: HTMLElement, add: AddElement) => void;
}

/** Prints a page of its own: the page around the widget, and what of it is out of view, do not matter. */
export async function printPage(page: PrintedPage, texts: Localizer): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, { position: 'fixed', inlineSize: '0', blockSize: '0', border: '0' });
  document.body.append(frame);
  try {
    const paper = frame.contentWindow as Window & typeof globalThis;
    fill(paper, page, texts);
    const printed = new Promise((resolve) => paper.addEventListener('afterprint', resolve, { once: true }));
    paper.focus();
    paper.print();
    // Where print() does not wait for the dialog, the page has to stay until it is closed.
    await Promise.race([printed, new Promise((resolve) => setTimeout(resolve, 60_000))]);
  } finally {
    frame.remove();
  }
}

/** Writes the page node by node: no markup from text, and styles that a strict policy lets through. */
function fill(
  paper: Window & typeof globalThis,
  { title, style, write }: PrintedPage,
  texts: Localizer,
): void {
  const { document } = paper;
  const styles = new paper.CSSStyleSheet();
  styles.replaceSync(style);
  document.adoptedStyleSheets = [styles];
  document.title = title;
  document.documentElement.lang = texts.locale;
  document.documentElement.dir = texts.direction;
  write(document.body, (parent, tag, text = '') => {
    const element = document.createElement(tag);
    element.textContent = text;
    return parent.appendChild(element);
  });
}
