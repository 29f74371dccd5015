import type { Order } from '@numberdesk/core/orders';
import type { Localizer } from '../internal/localize.ts';
import type { NewsOptions } from '../internal/news.controller.ts';

/** What becomes of orders, in sentences. */
export const orderNews = (
  texts: () => Localizer,
): Pick<NewsOptions<Order>, 'keyOf' | 'sentence' | 'count'> => ({
  keyOf: ({ number }) => number,
  sentence: ({ kind, item: { number, status } }) => {
    const word = texts().term('orders.status', status) ?? status;
    return texts().say(`orders.news.${kind === 'removed' ? 'left' : kind}`, { number, status: word });
  },
  count: (count) => texts().say('orders.news.many', { count }),
});
