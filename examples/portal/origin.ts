const loopback = ['127.0.0.1', 'localhost', '[::1]'];

/** Whether a request was meant for this machine: a name that somebody points at it is refused. */
export const isForLoopback = (request: Request) => loopback.includes(new URL(request.url).hostname);

/** Whether a request comes from one of this portal's own pages. */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null) return origin === new URL(request.url).origin;
  return ['same-origin', null].includes(request.headers.get('sec-fetch-site'));
}
