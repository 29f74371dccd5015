import type { MailboxMail } from '@numberdesk/server';
import { html } from 'hono/html';
import { clerk } from '../../roles.ts';
import type { Choices } from '../choices.ts';
import { texts as allTexts } from '../customer/texts.ts';
import { deskNav } from '../desk/nav.ts';
import { moment } from '../desk/words.ts';
import { type Markup, layout } from '../layout.ts';

const statusWords = { waiting: 'Kept: no mail server is set', sent: 'Sent', failed: 'Failed' } as const;

/** Where mail to the customer's people can be read without a mail server, the newest first. */
export function mailboxPage(chosen: Choices, mails: readonly MailboxMail[]): Markup {
  return layout({
    title: 'Mailbox',
    chosen: { ...chosen, lang: 'en' },
    texts: allTexts.en,
    styles: ['/assets/portal.css', '/assets/desk-page.css'],
    scripts: ['/assets/mailbox.js'],
    strip: {
      controls: ['brand', 'theme'],
      link: html`<a
        class="other"
        href="/portouts?brand=${chosen.brand}&theme=${chosen.theme}"
        target="customer"
        >Open the customer's port-outs</a
      >`,
    },
    nav: deskNav(chosen, 'mail'),
    user: { name: clerk.user.name, role: 'Provisioning' },
    main: html`<div class="lead">
        <h1>Mailbox</h1>
        <p>What has been mailed to the customer's people. Nothing leaves this machine.</p>
      </div>
      <section id="desk" aria-label="Mails">
        ${mails.length === 0 ? html`<p class="sheet">Nothing has been mailed yet.</p>` : mails.map(mailCard)}
      </section>`,
  });
}

const mailCard = ({ id, subject, to, from, queuedAt, status, text, locale }: MailboxMail) =>
  html`<article class="order mail" aria-labelledby="mail-${id}">
    <header>
      <h2 id="mail-${id}">${subject}</h2>
      <span class="badge">${statusWords[status]}</span>
      <p>From ${from} to ${to.address} · <time datetime="${queuedAt}">${moment(queuedAt)}</time></p>
    </header>
    <div class="letter" lang="${locale}" dir="auto">${linked(text)}</div>
    <p class="sub"><a href="/desk/mail/${id}">As HTML</a></p>
  </article>`;

const address = /(https?:\/\/\S+)/;

/** The text with its addresses as links. */
const linked = (text: string) =>
  text
    .split(address)
    .map((part) =>
      address.test(part) ? html`<a href="${part}" target="customer">${part}</a>` : html`${part}`,
    );
