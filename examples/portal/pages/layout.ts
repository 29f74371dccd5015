import { html, raw } from 'hono/html';
import { type Choices, brandNames, choices } from './choices.ts';
import type { Texts } from './customer/texts.ts';

export type Markup = ReturnType<typeof html>;

/** What every page has: the head, the strip with the demonstration's controls, the reseller's header. */
export interface Layout {
  title: string;
  chosen: Choices;
  texts: Texts;
  /** Names of the bundles in `/assets/`. */
  styles: readonly string[];
  scripts: readonly string[];
  strip: { controls: readonly (keyof Choices)[]; link: Markup };
  nav: Markup;
  user: { name: string; role: string };
  main: Markup;
}

const select = (name: keyof Choices, { chosen, texts }: Layout) => {
  const labels: Record<string, string> = texts[name];
  return html`<label
    ><span>${texts.labels[name]}</span>
    <select name="${name}" autocomplete="off">
      ${choices[name].map(
        (value) =>
          html`<option value="${value}" ${chosen[name] === value ? raw('selected') : ''}>
            ${labels[value]}
          </option>`,
      )}
    </select></label
  >`;
};

const initials = (name: string) =>
  name
    .split(' ')
    .map((word) => word[0])
    .join('');

export function layout(page: Layout): Markup {
  const { brand, theme, lang } = page.chosen;
  return html`<!doctype html>
    <html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}" data-brand="${brand}" data-theme="${theme}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${page.title} · ${brandNames[brand]}</title>
        <link rel="icon" href="/assets/icon.svg" />
        ${page.styles.map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        ${page.scripts.map((src) => html`<script type="module" src="${src}"></script>`)}
      </head>
      <body>
        <form class="strip" aria-label="${page.texts.demo.label}">
          <strong>${page.texts.demo.label}</strong>
          ${page.strip.controls.map((name) => select(name, page))}
          <noscript><button>${page.texts.demo.show}</button></noscript>
          ${page.strip.link}
        </form>
        <header class="top">
          <a class="brand" href="/"><i aria-hidden="true"></i><span>${brandNames[brand]}</span></a>
          <nav aria-label="${page.texts.nav.label}">${page.nav}</nav>
          <div class="user">
            <i aria-hidden="true">${initials(page.user.name)}</i>
            <p><b>${page.user.name}</b><small>${page.user.role}</small></p>
          </div>
        </header>
        <main>${page.main}</main>
        <footer>${page.texts.demo.footer}</footer>
      </body>
    </html>`;
}
