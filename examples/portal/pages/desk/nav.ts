import { html } from 'hono/html';
import type { Choices } from '../choices.ts';
import type { Markup } from '../layout.ts';

const parts = {
  orders: ['/desk', 'Orders'],
  numbers: ['/desk/numbers', 'Numbers'],
  portouts: ['/desk/portouts', 'Port-outs'],
  mail: ['/desk/mail', 'Mailbox'],
} as const;

/** The ways between the pages of the desk. */
export function deskNav({ brand, theme }: Choices, here: keyof typeof parts): Markup {
  const look = `brand=${brand}&theme=${theme}`;
  return html`${Object.entries(parts).map(([part, [path, words]]) =>
    part === here
      ? html`<a href="" aria-current="page">${words}</a> `
      : html`<a href="${path}?${look}">${words}</a> `,
  )}`;
}
