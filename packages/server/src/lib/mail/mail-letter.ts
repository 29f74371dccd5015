import type { MailLanguage } from './mail-language.ts';
import { oneLine } from './mail-transport.ts';
import type { MailText } from './mail.store.ts';

/** What a mail is made of, before it is text or a page. */
export interface Letter {
  subject: string;
  paragraphs: readonly string[];
  /** What it is about, each with its name, or none where it goes on; `isCode` is read from left to right in every language. */
  facts: readonly { label: string; value: string; isCode?: boolean }[];
  link: { label: string; href: string } | null;
  footer: string;
}

/** A letter as plain text and as a page without a script, an image or anything else that is fetched. */
export function writeLetter(letter: Letter, { locale, direction }: MailLanguage): MailText {
  return {
    subject: oneLine(letter.subject),
    text: plain(letter, direction),
    html: page(letter, locale, direction),
  };
}

function plain({ paragraphs, facts, link, footer }: Letter, direction: string): string {
  // What is read from left to right is set apart, or a plus sign ends up behind its number.
  const apart = (value: string) => (direction === 'rtl' ? `\u2066${value}\u2069` : value);
  const lines = facts.map(({ label, value, isCode }) => {
    return `${label && `${label}: `}${isCode ? apart(value) : value}`;
  });
  const parts = [...paragraphs, lines.join('\n'), ...(link ? [`${link.label}:\n${link.href}`] : [])];
  return `${parts.join('\n\n')}\n\n-- \n${footer}\n`;
}

const style =
  'body{font:16px/1.5 sans-serif;color:#1b1f24;background:#fff;margin:24px;max-width:40em}' +
  'th{text-align:start;font-weight:normal;color:#57606a;padding-inline-end:16px;vertical-align:top}' +
  'footer{color:#57606a;font-size:13px;margin-top:32px}';

function page(
  { subject, paragraphs, facts, link, footer }: Letter,
  locale: string,
  direction: string,
): string {
  const value = (text: string, isCode = false) =>
    `<td${isCode ? ' dir="ltr"' : ''}><bdi>${escape(text)}</bdi></td>`;
  const rows = facts.map(
    (fact) => `<tr><th scope="row">${escape(fact.label)}</th>${value(fact.value, fact.isCode)}</tr>`,
  );
  return [
    `<!doctype html><html lang="${escape(locale)}" dir="${direction}"><head><meta charset="utf-8">`,
    `<title>${escape(subject)}</title><style>${style}</style></head><body>`,
    ...paragraphs.map((text) => `<p>${escape(text)}</p>`),
    `<table>${rows.join('')}</table>`,
    link ? `<p><a href="${escape(link.href)}">${escape(link.label)}</a></p>` : '',
    `<footer>${escape(footer)}</footer></body></html>`,
  ].join('\n');
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
