import type { PortalEvent } from '@numberdesk/core/http';
import { type PhoneNumber, numbersChangedSchema } from '@numberdesk/core/numbers';
import type { ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';
import { type ListLater, listLater } from '../internal/list-later.ts';
import type { ListFeed } from '../internal/list-follower.controller.ts';
import { type LiveOutcome, withItems, withoutItems } from '../internal/live-changes.ts';
import type { LiveList } from '../internal/live-list.ts';
import { numberLaterWords } from '../internal/locales/en-number-later.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { numberNews } from './number-list-news.ts';
import type { NumberTableContext } from './number-table-act.ts';
import { NumberActsController } from './number-table-acts.controller.ts';
import { noNumbers } from './number-table-empty.template.ts';
import { readableNumber } from './number-table-text.ts';

bringEnglish(numberLaterWords);

/** What there is of a table from the beginning. */
export interface NumberTableParts extends NumberTableContext {
  feed: ListFeed<PhoneNumber>;
  clock: () => Clock;
  /** Id of a number that has the focus. */
  focused: () => string | null;
}

/** What nobody needs in order to read the numbers; besides what every list has, what can be done to them. */
export interface NumberTableLater extends ListLater<PhoneNumber> {
  readonly acts: NumberActsController;
  readonly empty: typeof noNumbers;
  copy: (number: PhoneNumber) => Promise<void>;
}

/** Brings a table that is read to life. */
export function numberTableLater(
  host: ReactiveElement,
  { feed, clock, focused, ...context }: NumberTableParts,
): NumberTableLater {
  const { texts, say } = context;
  const acts: NumberActsController = new NumberActsController(host, {
    ...context,
    put: (number) => {
      feed.change((list) => withItems(list, [number]).list);
      list.news.mark({ kind: 'updated', item: number });
    },
    drop: (number) => {
      acts.forget(number.id);
      feed.change((list) => withoutItems(list, [number.id], () => true).list);
    },
  });
  const list = listLater<PhoneNumber>(host, {
    feed,
    clock,
    held: () => acts.held ?? focused(),
    take,
    onChanges: (changes) => {
      const news = changes.filter(({ item }) => !acts.isBusyWith(item.id));
      for (const { kind, item } of changes) if (kind === 'removed') acts.forget(item.id);
      return news;
    },
    keyOf: ({ id }) => id,
    sentence: (change) => numberNews(change, texts()),
    count: (count) => texts().say('numbers.news.many', { count }),
    say,
  });
  return {
    ...list,
    acts,
    empty: noNumbers,
    copy: async ({ number }) => {
      const isDone = await list.copies.copy(number);
      const words = { number: readableNumber(number) };
      say(texts().say(isDone ? 'numbers.copied' : 'numbers.copy.failed', words));
    },
  };
}

/** What has left an account goes, unless it has come to another meanwhile; what is told of comes or changes (NUM-8). */
function take({ type, data }: PortalEvent, list: LiveList<PhoneNumber>): LiveOutcome<PhoneNumber> | null {
  const told = type === 'numbers.changed' ? numbersChangedSchema.safeParse(data) : null;
  if (!told?.success) return null;
  const { account, numbers, removed } = told.data;
  const gone = withoutItems(
    list,
    removed.map(({ id }) => id),
    (number) => number.account === account,
  );
  const come = withItems(gone.list, numbers);
  return { list: come.list, changes: [...gone.changes, ...come.changes] };
}
