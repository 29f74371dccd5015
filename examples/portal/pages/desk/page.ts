import { html } from 'hono/html';
import { clerk } from '../../roles.ts';
import type { Choices } from '../choices.ts';
import { texts as allTexts } from '../customer/texts.ts';
import { type Markup, layout } from '../layout.ts';
import { deskNav } from './nav.ts';

/** The provider's desk, where a person moves the lines of orders. It speaks English only. */
export function deskPage(chosen: Choices): Markup {
  const texts = allTexts.en;
  return layout({
    title: "Provider's desk",
    chosen: { ...chosen, lang: 'en' },
    texts,
    styles: ['/assets/portal.css', '/assets/desk-page.css'],
    scripts: ['/assets/desk.js'],
    strip: {
      controls: ['brand', 'theme'],
      link: html`<a class="other" href="/?brand=${chosen.brand}&theme=${chosen.theme}" target="customer"
        >Open the customer's page</a
      >`,
    },
    nav: deskNav(chosen, 'orders'),
    user: { name: clerk.user.name, role: 'Provisioning' },
    main: html`<div class="lead">
        <h1>Provider's desk</h1>
        <p>Move a line here and watch the customer's page beside this one: it follows by itself.</p>
      </div>
      <section id="desk" aria-label="Orders"></section>`,
  });
}
