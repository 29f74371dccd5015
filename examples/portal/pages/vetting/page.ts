import { html } from 'hono/html';
import { clerk } from '../../roles.ts';
import type { Choices } from '../choices.ts';
import { texts as allTexts } from '../customer/texts.ts';
import { deskNav } from '../desk/nav.ts';
import { type Markup, layout } from '../layout.ts';

/** The provider's desk for numbers, where a person says which are valid. It speaks English only. */
export function vettingPage(chosen: Choices): Markup {
  const look = `brand=${chosen.brand}&theme=${chosen.theme}`;
  return layout({
    title: 'Numbers to vet',
    chosen: { ...chosen, lang: 'en' },
    texts: allTexts.en,
    styles: ['/assets/portal.css', '/assets/desk-page.css'],
    scripts: ['/assets/vetting.js'],
    strip: {
      controls: ['brand', 'theme'],
      link: html`<a class="other" href="/numbers?${look}" target="customer">Open the customer's numbers</a>`,
    },
    nav: deskNav(chosen, 'numbers'),
    user: { name: clerk.user.name, role: 'Provisioning' },
    main: html`<div class="lead">
        <h1>Numbers to vet</h1>
        <p>Say here whether a number is valid and watch the customer's page beside this one.</p>
      </div>
      <section id="desk" aria-label="Pending numbers"></section>`,
  });
}
