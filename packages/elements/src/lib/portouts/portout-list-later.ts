import type { Connection, PortalEvent } from '@numberdesk/core/http';
import {
  type PortOut,
  getPortOut,
  matchesPortOutSearch,
  portOutBody,
  portOutChangedSchema,
  portOutSearch,
} from '@numberdesk/core/portouts';
import type { Contact, ReachableAccount } from '@numberdesk/core/access';
import { type ReactiveElement, type TemplateResult, html, type nothing } from 'lit';
import { reachableAccounts } from '../access/reachable-accounts.ts';
import { addStyles } from '../internal/add-styles.ts';
import type { Clock } from '../internal/clock.ts';
import { contactLink } from '../internal/contact-link.template.ts';
import { type ListLater, listLater } from '../internal/list-later.ts';
import { ListToolsController } from '../internal/list-tools.controller.ts';
import { type LiveOutcome, withItems } from '../internal/live-changes.ts';
import type { LiveList } from '../internal/live-list.ts';
import type { Localizer } from '../internal/localize.ts';
import { portOutListLaterWords } from '../internal/locales/en-portout-list-later.ts';
import { bringEnglish } from '../internal/locales/en.ts';
import { ResourceController } from '../internal/resource-controller.ts';
import { DeadlineClock } from './deadline-clock.controller.ts';
import { noPortOuts } from './portout-list-empty.template.ts';
import type { PortOutFeed } from './portout-list-feed.ts';
import { portOutListLaterStyles } from './portout-list-later.styles.ts';
import { portOutNews } from './portout-list-news.ts';
import type { PortOutPlaces } from './portout-list-places.ts';
import type { PortOutAsk } from './portout-list-state.ts';
import type { PortOutToolsContext } from './portout-list-tool.ts';
import type { PortOutListView } from './portout-list-view.ts';
import { portOutRule } from './portout-rule.ts';

bringEnglish(portOutListLaterWords);

/** What there is of a list from the beginning. */
export interface PortOutListParts {
  clock: () => Clock;
  view: () => PortOutListView;
  connection: () => Connection | null;
  timeZone: () => string;
  list: PortOutFeed;
  /** Id of the request whose row must not vanish. */
  held: () => string | null;
  /** What can be in the place of the list; `null` where it cannot be had. */
  places: PortOutPlaces | null;
  say: (text: string) => void;
}

/** What nobody needs in order to read the port-outs. */
export interface PortOutListLater extends ListLater<PortOut> {
  /** The accounts in reach; none while they are on their way. */
  readonly accounts: () => readonly ReachableAccount[];
  /** The filters and the export. */
  readonly tools: ListToolsController<PortOutToolsContext>;
  /** The tool that is open. */
  readonly panel: (texts: Localizer) => TemplateResult | typeof nothing;
  /** Opens a request, unless the page does so in its own way. */
  readonly open: (portout: PortOut) => void;
  readonly body: typeof portOutBody;
  readonly empty: typeof noPortOuts;
  readonly help: typeof portOutHelp;
}

const minute = 60_000;
const none: readonly ReachableAccount[] = [];

/** Brings a list that is read to life: it follows what happens, and the minutes (POR-9). */
export function portOutListLater(host: ReactiveElement, parts: PortOutListParts): PortOutListLater {
  const { list, clock, timeZone, view, held, say, places } = parts;
  // It is asked for again together with all that is missing.
  if (!places) throw new Error('What opens a request could not be loaded.');
  const { feed } = list;
  addStyles(host, portOutListLaterStyles);
  const put = (portout: PortOut) => {
    if (!feed.list) return;
    const { list: changed, changes } = withItems(feed.list, [portout]);
    feed.change(() => changed);
    later.news.add(changes);
  };
  const take = (event: PortalEvent, items: LiveList<PortOut>): LiveOutcome<PortOut> | null => {
    const told = event.type === 'portout.changed' ? portOutChangedSchema.safeParse(event.data) : null;
    if (!told?.success) return null;
    places.refresh();
    const { portout } = told.data;
    const isListed = items.items.some(({ id }) => id === portout.id);
    if (isListed || !mayBeFound(portout, parts)) return withItems(items, [portout]);
    void isFound(portout, parts).then((isFound) => isFound && put(portout));
    return null;
  };
  const later = listLater<PortOut>(host, {
    feed,
    clock,
    held,
    take,
    keyOf: ({ id }) => id,
    sentence: (change) => portOutNews(change, view().texts),
    count: (count) => view().texts.say('portouts.news.many', { count }),
    say,
  });
  new DeadlineClock(host, {
    clock,
    moments: () => (feed.list?.items.length ? [(Math.floor(clock().now() / minute) + 1) * minute] : []),
  });
  const accounts = new ResourceController<Connection, readonly ReachableAccount[]>(host, {
    source: parts.connection,
    load: reachableAccounts,
  });
  const inReach = () => accounts.value.data ?? none;
  const rules = new WeakMap<PortOutAsk, ReturnType<typeof portOutRule>>();
  list.ruleOf = (ask) => {
    let rule = rules.get(ask);
    if (!rule) {
      rule = portOutRule(ask, { now: () => clock().now(), timeZone: timeZone(), accounts: inReach });
      rules.set(ask, rule);
    }
    return rule;
  };
  const tools = new ListToolsController<PortOutToolsContext>(host, () => import('./portout-list-tools.ts'));
  const panel = (texts: Localizer) => {
    const { state, change } = list.choice;
    const context: PortOutToolsContext = {
      state,
      view: view(),
      page: (wish, signal) => feed.page(wish, signal),
      onState: change,
      say,
      update: () => host.requestUpdate(),
    };
    return tools.panel(context, texts);
  };
  return {
    ...later,
    tools,
    panel,
    open: (portout) => places.want(portout),
    body: portOutBody,
    empty: noPortOuts,
    help: portOutHelp,
    accounts: inReach,
  };
}

/** Whether a search by a number could find a request that it has not found by its request number (POR-2). */
function mayBeFound({ id, request }: PortOut, { list }: PortOutListParts): boolean {
  const {
    choice: { q },
    found,
  } = list.choice.ask;
  if (q === undefined || found.has(id)) return false;
  const looked = portOutSearch(q);
  const hasNumbers = looked.number !== null || looked.digits !== null;
  return hasNumbers && !matchesPortOutSearch({ request, numbers: [] }, looked);
}

/** Asks for the numbers of a request, which no list shows, and holds them against the search. */
async function isFound({ id }: PortOut, { list, connection }: PortOutListParts): Promise<boolean> {
  const { choice, found } = list.choice.ask;
  const { q = '' } = choice;
  const detail = await connection()
    ?.call(getPortOut, { id })
    .catch(() => null);
  if (!detail || !matchesPortOutSearch(detail, portOutSearch(q))) return false;
  found.add(id);
  return list.choice.ask.found === found;
}

/** Whom to turn to. */
function portOutHelp(contact: Contact, texts: Localizer) {
  const link = contactLink(contact, { word: texts.say('list.contact') });
  return link && html`<p class="help sub">${texts.show('portouts.help', { contact: link })}</p>`;
}
