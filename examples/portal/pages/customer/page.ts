import { html } from 'hono/html';
import { customers } from '../../roles.ts';
import type { Choices } from '../choices.ts';
import { type Markup, layout } from '../layout.ts';
import { type Texts, texts as allTexts } from './texts.ts';

/** The customer's page: the reseller's own frame around one widget. */
export function customerPage(chosen: Choices): Markup {
  const texts = allTexts[chosen.lang];
  return frame(chosen, {
    title: texts.title,
    tag: 'order-table',
    current: html`<a href="" aria-current="page">${texts.nav.orders}</a>`,
    lead: html`<h1>${texts.title}</h1>
      <p>${texts.intro}</p>`,
    widget: html`<order-table></order-table>`,
  });
}

/** The page of one order, with the way back to all of them. */
export function orderPage(chosen: Choices, number: string): Markup {
  const texts: Texts = allTexts[chosen.lang];
  const back = `/?${new URLSearchParams(chosen)}`;
  return frame(chosen, {
    title: number,
    tag: 'order-detail',
    current: html`<a href="${back}" aria-current="true">${texts.nav.orders}</a>`,
    lead: html`<a class="back" href="${back}">${texts.nav.back}</a>
      <h1>${texts.order}</h1>`,
    widget: html`<order-detail number="${number}"></order-detail>`,
  });
}

interface CustomerFrame {
  title: string;
  /** Tag of the widget, which is also its file's name. */
  tag: string;
  current: Markup;
  lead: Markup;
  widget: Markup;
}

function frame(chosen: Choices, { title, tag, current, lead, widget }: CustomerFrame): Markup {
  const texts = allTexts[chosen.lang];
  return layout({
    title,
    chosen,
    texts,
    styles: ['/assets/portal.css'],
    scripts: ['/elements/numberdesk-portal.js', `/elements/${tag}.js`, '/assets/customer.js'],
    strip: {
      controls: ['brand', 'theme', 'lang', 'role'],
      link: html`<a class="other" href="/desk" target="desk">${texts.demo.desk}</a>`,
    },
    nav: html`${current} <a href="mailto:care@northwind.example">${texts.nav.help}</a>`,
    user: { name: customers[chosen.role].user.name, role: texts.role[chosen.role] },
    main: html`<div class="lead">${lead}</div>
      <section class="card">
        <numberdesk-portal base-url="/numberdesk" locale="${chosen.lang}">${widget}</numberdesk-portal>
      </section>`,
  });
}
