import { html } from 'hono/html';
import { customers } from '../../roles.ts';
import type { Choices } from '../choices.ts';
import { type Markup, layout } from '../layout.ts';
import { type Texts, texts as allTexts } from './texts.ts';

/** A part of the customer's portal, as the navigation names it. */
type Part = 'orders' | 'numbers' | 'portouts';

const home = { orders: '/', numbers: '/numbers', portouts: '/portouts' } as const satisfies Record<
  Part,
  string
>;

/** An address of the portal, in the look and language that have been chosen. */
const at = (path: string, chosen: Choices) => `${path}?${new URLSearchParams(chosen)}`;

/** The customer's page: the reseller's own frame around one widget. */
export function customerPage(chosen: Choices): Markup {
  const texts = allTexts[chosen.lang];
  return frame(chosen, {
    title: texts.title,
    tag: 'order-table',
    part: 'orders',
    lead: html`<h1>${texts.title}</h1>
      <p>${texts.intro}</p>`,
    widget: html`<order-table></order-table>`,
  });
}

/** The page of one order, with the way back to all of them. */
export function orderPage(chosen: Choices, number: string): Markup {
  const texts: Texts = allTexts[chosen.lang];
  return frame(chosen, {
    title: number,
    tag: 'order-detail',
    part: 'orders',
    isBelow: true,
    lead: html`<a class="back" href="${at('/', chosen)}">${texts.nav.back}</a>
      <h1>${texts.order}</h1>`,
    widget: html`<order-detail number="${number}"></order-detail>`,
  });
}

/** The inventory. */
export function numbersPage(chosen: Choices): Markup {
  const { numbers } = allTexts[chosen.lang];
  return frame(chosen, {
    title: numbers.title,
    tag: 'number-table',
    part: 'numbers',
    lead: html`<h1>${numbers.title}</h1>
      <p>${numbers.intro}</p>`,
    widget: html`<number-table import-href="${at('/numbers/add', chosen)}"></number-table>`,
  });
}

/** Where numbers are added, with the way back to all of them. */
export function addNumbersPage(chosen: Choices): Markup {
  const { numbers } = allTexts[chosen.lang];
  return frame(chosen, {
    title: numbers.add,
    tag: 'number-importer',
    part: 'numbers',
    isBelow: true,
    lead: html`<a class="back" href="${at('/numbers', chosen)}">${numbers.back}</a>
      <h1>${numbers.add}</h1>
      <p>${numbers.addIntro}</p>`,
    widget: html`<number-importer></number-importer>`,
  });
}

/** The requests to take numbers elsewhere. */
export function portOutsPage(chosen: Choices): Markup {
  const { portouts } = allTexts[chosen.lang];
  return frame(chosen, {
    title: portouts.title,
    tag: 'portout-list',
    part: 'portouts',
    lead: html`<h1>${portouts.title}</h1>
      <p>${portouts.intro}</p>`,
    widget: html`<portout-list></portout-list>`,
  });
}

/** Where the link in a mail leads: the list, opened at that very request. */
export function portOutPage(chosen: Choices, id: string): Markup {
  const { portouts } = allTexts[chosen.lang];
  return frame(chosen, {
    title: portouts.title,
    tag: 'portout-list',
    part: 'portouts',
    isBelow: true,
    lead: html`<h1>${portouts.title}</h1>
      <p>${portouts.intro}</p>`,
    widget: html`<portout-list portout="${id}"></portout-list>`,
  });
}

interface CustomerFrame {
  title: string;
  /** Tag of the widget, which is also its file's name. */
  tag: string;
  part: Part;
  /** Whether the page lies below the one that the navigation leads to. */
  isBelow?: boolean;
  lead: Markup;
  widget: Markup;
}

function frame(chosen: Choices, { title, tag, part, isBelow, lead, widget }: CustomerFrame): Markup {
  const texts = allTexts[chosen.lang];
  const way = (to: Part) => {
    if (to !== part) return html`<a href="${at(home[to], chosen)}">${texts.nav[to]}</a>`;
    const href = isBelow ? at(home[to], chosen) : '';
    return html`<a href="${href}" aria-current="${isBelow ? 'true' : 'page'}">${texts.nav[to]}</a>`;
  };
  return layout({
    title,
    chosen,
    texts,
    styles: ['/assets/portal.css'],
    scripts: ['/elements/numberdesk-portal.js', `/elements/${tag}.js`, '/assets/customer.js'],
    strip: {
      controls: ['brand', 'theme', 'lang', 'role'],
      link: html`<a class="other" href="${part === 'orders' ? '/desk' : `/desk/${part}`}" target="desk"
        >${texts.demo.desk}</a
      >`,
    },
    nav: html`${way('orders')} ${way('numbers')} ${way('portouts')}
      <a href="mailto:care@northwind.example">${texts.nav.help}</a>`,
    user: { name: customers[chosen.role].user.name, role: texts.role[chosen.role] },
    main: html`<div class="lead">${lead}</div>
      <section class="card">
        <numberdesk-portal base-url="/numberdesk" locale="${chosen.lang}">${widget}</numberdesk-portal>
      </section>`,
  });
}
