import type { Contact } from '@numberdesk/core/access';
import { html } from 'lit';

/** The way to whoever helps: an address, a mail or a call, with what it is about where that is known. */
export function contactHref({ url, email, phone }: Contact, subject: string): string | null {
  const about = encodeURIComponent(subject);
  if (url && /^https?:/i.test(url)) return url.replaceAll('{order}', about);
  if (email) return `mailto:${email}${subject && `?subject=${about}`}`;
  return phone ? `tel:${phone.replace(/[^+\d]/g, '')}` : null;
}

/** A contact as a link: its own address, or `word` where that is a page; `null` where there is none. */
export function contactLink(
  contact: Contact,
  {
    subject = '',
    word,
    onClick,
  }: { subject?: string; word: string; onClick?: ((event: MouseEvent) => void) | undefined },
) {
  const href = contactHref(contact, subject);
  if (href === null) return null;
  const [name, host] = contact.email?.split('@') ?? [];
  const words = href.startsWith('mailto:')
    ? html`<bdi>${name}@<wbr />${host}</bdi>`
    : href.startsWith('tel:')
      ? html`<bdi dir="ltr">${contact.phone}</bdi>`
      : word;
  return html`<a href=${href} @click=${onClick}>${words}</a>`;
}
