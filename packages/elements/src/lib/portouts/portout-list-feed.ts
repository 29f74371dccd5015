import type { Connection } from '@numberdesk/core/http';
import { type PortOut, listPortOuts } from '@numberdesk/core/portouts';
import type { ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';
import { ListChoiceController } from '../internal/list-choice.controller.ts';
import { ListFeedController } from '../internal/list-feed.controller.ts';
import {
  type PortOutAsk,
  type PortOutChoices,
  plainPortOuts,
  readPortOutChoices,
  toPortOutAsk,
  writePortOutChoices,
} from './portout-list-state.ts';
import type { portOutRule } from './portout-rule.ts';

/** Where the port-outs come from, and who wants to know of them. */
export interface PortOutFeedParts {
  /** `null` while nothing may be asked for. */
  connection: () => Connection | null;
  clock: () => Clock;
  timeZone: () => string;
  /** Told of a reader's choice, as it is written. */
  onChoice: (viewState: string) => void;
}

/** The port-outs that a list shows, and what is chosen of them. */
export interface PortOutFeed {
  readonly choice: ListChoiceController<PortOutChoices, PortOutAsk>;
  readonly feed: ListFeedController<PortOut, PortOutAsk>;
  /** How lists are ruled; before that is here, they are as the server has them, and nothing else comes in. */
  ruleOf?: (ask: PortOutAsk) => ReturnType<typeof portOutRule>;
}

/** Loads the port-outs that a reader chooses. */
export function portOutFeed(
  host: ReactiveElement,
  { connection, clock, timeZone, onChoice }: PortOutFeedParts,
): PortOutFeed {
  const choice = new ListChoiceController<PortOutChoices, PortOutAsk>(host, {
    plain: plainPortOuts,
    read: readPortOutChoices,
    write: writePortOutChoices,
    toAsk: toPortOutAsk,
    clock,
    onChange: onChoice,
  });
  const feed = new ListFeedController<PortOut, PortOutAsk>(host, {
    connection,
    ask: () => choice.ask,
    clock,
    rule: (ask) => ({
      keyOf: ({ id }) => id,
      compare: (a, b) => list.ruleOf?.(ask).compare(a, b) ?? 0,
      belongs: (portout) => list.ruleOf?.(ask).belongs(portout) ?? true,
    }),
    page: async (connection, { choice, dueBy, sort, found }, wish, signal) => {
      const day = dueBy && (await import('./portout-day.ts'));
      // What is no longer asked for by then is not asked after what is.
      signal.throwIfAborted();
      const due = day ? { dueBefore: day.dayEnd(dueBy, timeZone()) } : {};
      // Something else may be asked for by now.
      signal.throwIfAborted();
      const query = { ...choice, ...due, sort, ...wish };
      const page = await connection.call(listPortOuts, query, { signal });
      for (const { id } of page.data) found.add(id);
      return page;
    },
  });
  const list: PortOutFeed = { choice, feed };
  return list;
}
