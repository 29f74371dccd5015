import { html } from 'hono/html';
import { customers } from '../../roles.ts';
import type { Choices } from '../choices.ts';
import { type Markup, layout } from '../layout.ts';
import { texts as allTexts } from './texts.ts';

/** The customer's page: the reseller's own frame around one widget. */
export function customerPage(chosen: Choices): Markup {
  const texts = allTexts[chosen.lang];
  return layout({
    title: texts.title,
    chosen,
    texts,
    styles: ['/assets/portal.css'],
    scripts: ['/elements/numberdesk-portal.js', '/elements/order-table.js', '/assets/customer.js'],
    strip: {
      controls: ['brand', 'theme', 'lang', 'role'],
      link: html`<a class="other" href="/desk" target="desk">${texts.demo.desk}</a>`,
    },
    nav: html`<a href="" aria-current="page">${texts.nav.orders}</a>
      <a href="mailto:care@northwind.example">${texts.nav.help}</a>`,
    user: { name: customers[chosen.role].user.name, role: texts.role[chosen.role] },
    main: html`<div class="lead">
        <h1>${texts.title}</h1>
        <p>${texts.intro}</p>
      </div>
      <section class="card">
        <numberdesk-portal base-url="/numberdesk" locale="${chosen.lang}">
          <order-table></order-table>
        </numberdesk-portal>
      </section>`,
  });
}
