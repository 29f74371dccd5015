import type { IsOriginListed } from './origins.ts';
import { Refusal } from './refusal.ts';

/**
 * What lets a page of another origin read an answer: its origin by name, never `*`, and no cookies. Also refusals
 * are readable, so that a page learns that its session has ended.
 */
export async function corsHeaders(
  headers: Headers,
  isListed: IsOriginListed,
): Promise<Record<string, string>> {
  const origin = headers.get('origin');
  if (origin === null || !(await isListed(origin))) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'ETag, Retry-After, Idempotent-Replayed, X-Request-Id',
  };
}

/** Whether a browser asks beforehand what a page may send. */
export function isPreflight({ method, headers }: Request): boolean {
  return method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method');
}

/**
 * Answers a preflight. It carries no token: it passes when any tenant lets the origin in, and the real request is
 * held against its own session.
 *
 * @throws Refusal `origin-not-allowed`.
 */
export function preflightAnswer(headers: Record<string, string>): Response {
  if (!headers['access-control-allow-origin']) {
    throw new Refusal('origin-not-allowed', 'No session was made for pages of this origin.');
  }
  return new Response(null, {
    status: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers':
        'Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID, Cache-Control',
      'access-control-max-age': '600',
    },
  });
}
