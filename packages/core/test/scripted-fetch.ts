/** One request as the server got it. */
export interface Sent {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
  /** Milliseconds since 1970. */
  at: number;
  init: Request;
}

type Answer = (request: Request) => Response | Promise<Response>;

/** A `fetch` that gives these answers one after the other, the last one for ever, and writes down what it was sent. */
export function scriptedFetch(...answers: Answer[]) {
  const sent: Sent[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const answer = answers[Math.min(sent.length, answers.length - 1)]!;
    const { pathname, search } = new URL(request.url);
    const entry: Sent = {
      method: request.method,
      path: pathname + search,
      headers: request.headers,
      body: undefined,
      at: Date.now(),
      init: request,
    };
    sent.push(entry);
    const text = await request.clone().text();
    entry.body = text === '' ? undefined : JSON.parse(text);
    return answer(request);
  };
  return { fetch: fetch as typeof globalThis.fetch, sent };
}

/** A success. */
export const answer =
  (body: unknown, init?: ResponseInit): Answer =>
  () =>
    Response.json(body, init);

/** A refusal as the server words it. */
export const problem =
  (
    status: number,
    code: string,
    more: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Answer =>
  () =>
    new Response(JSON.stringify({ type: 'about:blank', title: 'No', status, code, detail: 'No.', ...more }), {
      status,
      headers: { 'content-type': 'application/problem+json', ...headers },
    });

/** No answer at all, until the request is given up. */
export const silence: Answer = (request) =>
  new Promise((_, reject) => {
    request.signal.addEventListener('abort', () => reject(request.signal.reason));
  });

/** A network that fails, in the words of one engine or another. */
export const broken =
  (message = 'fetch failed'): Answer =>
  () =>
    Promise.reject(new TypeError(message));

/** An order as the server shows it. */
export const order = {
  number: 'A-1',
  account: 'acme',
  placedAt: '2026-11-01T00:00:00.000Z',
  confirmedAt: null,
  placedBy: { name: 'Ada Byron' },
  quantity: 1,
  status: 'processing',
  action: null,
  leavesAt: null,
  version: 1,
  lines: [],
};

/** What is needed to place that order. */
export const newOrder = {
  number: 'A-1',
  account: 'acme',
  placedBy: { name: 'Ada Byron' },
  lines: [{ type: 'local', location: { country: 'US' }, quantity: 1, supply: 'on-order' as const }],
};
