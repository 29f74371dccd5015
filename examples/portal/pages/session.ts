import type { FetchSession } from '@numberdesk/core';

/** Asks this portal's own server to let the widget in; the secret key never leaves that server. */
export function sessionFrom(path: string, body: object = {}): FetchSession {
  return async (signal) => {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    if (!answer.ok) throw new Error(`The portal gave no session (${answer.status}).`);
    return answer.json();
  };
}
