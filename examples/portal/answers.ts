import type { Markup } from './pages/layout.ts';

const policy = [
  "default-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html numberdesk 'allow-duplicates'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Stands on every answer of the portal's own: the strictest policy that a page with the widgets can have. */
const strictHeaders = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
} as const;

/** An answer of the portal's own, of a media type. */
export function answer(type: string, body: BodyInit, status = 200): Response {
  return new Response(body, { status, headers: { ...strictHeaders, 'content-type': type } });
}

export const page = async (markup: Markup) => answer('text/html; charset=utf-8', String(await markup));
export const json = (value: object) => answer('application/json', JSON.stringify(value));
export const refusal = (status: number, words: string) => answer('text/plain; charset=utf-8', words, status);

/** A mail as a mail program shows it: its own styles, no scripts, and nothing from elsewhere. */
export const letter = (html: string) =>
  new Response(html, {
    headers: {
      ...strictHeaders,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups",
      'content-type': 'text/html; charset=utf-8',
    },
  });
