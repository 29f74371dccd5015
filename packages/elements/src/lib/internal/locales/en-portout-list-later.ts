import type { Message } from './message.ts';

/** English of what comes after the port-outs have been shown. */
export const portOutListLaterWords = {
  'portouts.help': 'Questions about a request? Turn to {contact}.',
  'portouts.empty.none.title': 'No port-out requests yet',
  'portouts.empty.none.text':
    'When another carrier asks for one of your numbers, the request appears here, with the time that you have to answer.',
  'portouts.empty.incomplete.title': 'Nothing is open',
  'portouts.empty.incomplete.text': 'Every request that came so far has been dealt with.',
  'portouts.empty.complete.title': 'Nothing is complete yet',
  'portouts.empty.complete.text': 'Requests appear here once they are ported out, rejected or canceled.',
  'portouts.empty.all': 'Show all requests',
  'portouts.empty.match.title': 'No requests match',
  'portouts.empty.match.text': 'Check the number, or try fewer filters.',
  'portouts.empty.match.clear': 'Clear search and filters',
  'portouts.news.status': '{request}: now {status}.',
  'portouts.news.updated': '{request} has been changed.',
  'portouts.news.added': 'New request {request}: {status}.',
  'portouts.news.left': '{request} is no longer in this list.',
  'portouts.news.many': { one: '{count} request has changed.', other: '{count} requests have changed.' },
} as const satisfies Record<string, Message>;
