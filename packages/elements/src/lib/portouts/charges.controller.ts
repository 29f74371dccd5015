import type { Connection } from '@numberdesk/core/http';
import { type ShownChargeLine, type ShownMonthCharges, listPortOutCharges } from '@numberdesk/core/portouts';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Clock } from '../internal/clock.ts';
import { moreFailure } from '../internal/list-freshness.template.ts';
import { type NextPage, type PageWish, largestListPage } from '../internal/list-page.ts';
import { gatherNewsMillis } from '../internal/news.controller.ts';
import { type Resource, ResourceController } from '../internal/resource-controller.ts';

/** Lines of the charges that are asked for at first. */
const firstPage = 50;

/** Whose charges of which month are asked for; an empty month is the running one. */
export interface ChargesAsk {
  readonly connection: Connection;
  readonly account: string;
  readonly month: string;
}

/** What the charges need of their widget. */
export interface ChargesOptions {
  /** `null` while nothing may be asked for, or no account is chosen. */
  ask: () => ChargesAsk | null;
  clock: () => Clock;
}

const nothingMore: NextPage = { state: 'data' };

/** The charges of one month, as much of them as is wanted, and which months there are (POR-8). */
export class ChargesController implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #options: ChargesOptions;
  readonly #first: ResourceController<ChargesAsk, ShownMonthCharges>;
  #ask: ChargesAsk | null = null;
  /** Pages that have come since the first one was asked for. */
  #shown: ShownMonthCharges | null = null;
  #months: ShownMonthCharges['months'] = [];
  #more: NextPage = nothingMore;
  #callOff: (() => void) | null = null;

  constructor(host: ReactiveElement, options: ChargesOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#first = new ResourceController<ChargesAsk, ShownMonthCharges>(host, {
      source: () => this.#ask,
      load: (ask, signal) => this.#load(ask, signal),
    });
  }

  /** The month that is shown. */
  get value(): Resource<ShownMonthCharges> {
    const { value } = this.#first;
    return value.data && this.#shown ? { ...value, data: this.#shown } : value;
  }

  /** The months there are, the latest first; they stay while another one is loaded. */
  get months(): ShownMonthCharges['months'] {
    return this.#months;
  }

  /** How the next page is coming along. */
  get more(): NextPage {
    return this.#more;
  }

  readonly reload = (): void => this.#first.reload();

  hostUpdate(): void {
    const ask = this.#options.ask();
    const before = this.#ask;
    const isSame = ask?.connection === before?.connection && ask?.account === before?.account;
    if (!isSame) this.#months = [];
    if (isSame && ask?.month === before?.month) return;
    this.#ask = ask;
    this.#shown = null;
    this.#more = nothingMore;
  }

  hostDisconnected(): void {
    this.#callOff?.();
    this.#callOff = null;
  }

  /** Something may have been booked: asks anew, once for several changes at a time. */
  refresh(): void {
    this.#callOff ??= this.#options.clock().after(gatherNewsMillis, () => {
      this.#callOff = null;
      if (this.#ask) this.reload();
    });
  }

  /** A page of all lines of the month. */
  async page(wish: PageWish, signal: AbortSignal): Promise<{ data: ShownChargeLine[]; next: string | null }> {
    const { lines, next } = await ask(this.#ask as ChargesAsk, wish, signal);
    return { data: lines, next };
  }

  /** Loads the next page. */
  readonly loadMore = async (): Promise<void> => {
    const shown = this.#shown;
    if (!shown?.next || !this.#ask || this.#more.state === 'loading') return;
    this.#setMore({ state: 'loading' });
    try {
      const wish = { limit: largestListPage, cursor: shown.next };
      const page = await ask(this.#ask, wish, new AbortController().signal);
      // Whoever has turned to another month meanwhile has no use for it.
      if (this.#shown !== shown) return;
      this.#shown = { ...page, lines: [...shown.lines, ...page.lines] };
      this.#setMore(nothingMore);
    } catch (error) {
      if (this.#shown === shown)
        this.#setMore({ state: 'error', tell: moreFailure('list.more.failed', error) });
    }
  };

  async #load(asked: ChargesAsk, signal: AbortSignal): Promise<ShownMonthCharges> {
    const wanted = this.#shown?.lines.length ?? 0;
    let charges = await ask(asked, { limit: Math.min(largestListPage, Math.max(firstPage, wanted)) }, signal);
    while (charges.next !== null && charges.lines.length < wanted) {
      const page = await ask(asked, { limit: largestListPage, cursor: charges.next }, signal);
      charges = { ...page, lines: [...charges.lines, ...page.lines] };
    }
    signal.throwIfAborted();
    this.#shown = charges;
    this.#months = charges.months;
    this.#more = nothingMore;
    return charges;
  }

  #setMore(more: NextPage): void {
    this.#more = more;
    this.#host.requestUpdate();
  }
}

const ask = ({ connection, account, month }: ChargesAsk, wish: PageWish, signal: AbortSignal) =>
  connection.call(listPortOutCharges, { account, ...(month ? { month } : {}), ...wish }, { signal });
