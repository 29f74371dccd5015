import type { ReachableAccount, Session } from '@numberdesk/core/access';
import type { PortOut } from '@numberdesk/core/portouts';
import { html } from '@open-wc/testing';
import { PortOutList } from '../src/lib/portouts/portout-list.element.ts';
import { MountedList, type PageWishes, placed } from './mounted-widget.ts';
import { flat } from './reading.ts';
import { sampleAccounts } from './sample-numbers.ts';
import { sampleNow } from './sample-orders.ts';
import { portOutSession, sampleCharges, samplePortOut } from './sample-portout-list.ts';
import { waitUntil } from './wait-until.ts';

PortOutList.define();

/** What a test says of the list that it wants; what it leaves out is the plain case. */
export interface PortOutWishes extends PageWishes {
  portouts?: readonly PortOut[];
  accounts?: readonly ReachableAccount[];
  session?: Partial<Session>;
  next?: string | null;
  /** Has a word with the list before it is shown. */
  set?: Partial<PortOutList>;
}

/** A list of port-outs in a portal. */
export class MountedPortOuts extends MountedList<PortOutList> {
  get list(): PortOutList {
    return this.widget;
  }

  /** The text of the widget as a person reads it, whatever is in the place of the list. */
  override get text(): string {
    return flat((this.root.firstElementChild as HTMLElement).innerText);
  }

  /** What the live regions have said last. */
  override get said(): string {
    const texts = this.all('[role=status]').map(({ textContent }) => flat(textContent ?? ''));
    return texts.find((text) => text !== '') ?? '';
  }

  /** What the server was asked for in lists of requests, from the first on. */
  get asked(): Record<string, unknown>[] {
    return this.askedOf('portouts');
  }

  /** The review that is open. */
  get review(): HTMLElement | null {
    return this.root.querySelector<HTMLElement>('.inside > :not(.way)');
  }

  /** Tells what a request is now. */
  async tell(portout: PortOut, until: () => boolean = () => true): Promise<void> {
    this.connection.tell({ type: 'portout.changed', data: { at: sampleNow, portout } });
    await waitUntil(until);
    await this.settled();
  }
}

/** Puts a list onto the page and does not wait for anything. */
export async function mountPortOuts(wishes: PortOutWishes = {}): Promise<MountedPortOuts> {
  const { portouts = [samplePortOut(1)], accounts = sampleAccounts, next = null } = wishes;
  const mounted = new MountedPortOuts(
    placed(wishes, html`<portout-list></portout-list>`, (connection) =>
      connection
        .answer('session', () => portOutSession(wishes.session))
        .answer('session/accounts', () => ({ data: accounts, next: null }))
        .answer('portouts', () => ({ data: portouts, next, feed: 7 }))
        .answer('portout-charges', () => sampleCharges()),
    ),
  );
  Object.assign(mounted.list, wishes.set);
  await mounted.settled();
  return mounted;
}

/** Puts a list onto the page and waits until it shows its requests, and follows them. */
export async function mountedPortOuts(wishes: PortOutWishes = {}): Promise<MountedPortOuts> {
  const mounted = await mountPortOuts(wishes);
  await mounted.shows('data');
  await mounted.isLive();
  return mounted;
}
