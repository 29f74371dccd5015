import { html } from 'hono/html';
import { clerk } from '../../roles.ts';
import type { Choices } from '../choices.ts';
import { texts as allTexts } from '../customer/texts.ts';
import { deskNav } from '../desk/nav.ts';
import { type Markup, layout } from '../layout.ts';

/** The provider's desk for port-outs: requests come in, verdicts are given, numbers leave. It speaks English only. */
export function portingPage(chosen: Choices): Markup {
  return layout({
    title: 'Port-outs',
    chosen: { ...chosen, lang: 'en' },
    texts: allTexts.en,
    styles: ['/assets/portal.css', '/assets/desk-page.css'],
    scripts: ['/assets/porting.js'],
    strip: {
      controls: ['brand', 'theme'],
      link: html`<a
        class="other"
        href="/portouts?brand=${chosen.brand}&theme=${chosen.theme}"
        target="customer"
        >Open the customer's port-outs</a
      >`,
    },
    nav: deskNav(chosen, 'portouts'),
    user: { name: clerk.user.name, role: 'Provisioning' },
    main: html`<div class="lead">
        <h1>Port-outs</h1>
        <p>
          Record what a carrier asks for, judge rejections and confirm ports. The clock of this demonstration
          can be moved forward, so that deadlines, reminders and the end of a month can be watched.
        </p>
      </div>
      <section id="desk" aria-label="Open port-outs"></section>`,
  });
}
