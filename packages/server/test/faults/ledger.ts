import type { Order } from '@numberdesk/core/orders';

/** What a desk must have kept: as much as was acknowledged, and no more than was asked for. */
export interface Accounts {
  /** Orders as they were last acknowledged, by number. */
  acknowledged: ReadonlyMap<string, Order>;
  /** The version that an order gets from what is on its way. */
  underway: ReadonlyMap<string, number>;
}

/** What the clients know: kept by them, held against the database. */
export class Ledger implements Accounts {
  readonly acknowledged = new Map<string, Order>();
  readonly underway = new Map<string, number>();
  /** Acts that were acknowledged. */
  acts = 0;
  readonly #waiting = new Map<() => void, number>();

  begin(number: string, version: number): void {
    this.underway.set(number, version);
  }

  acknowledge(order: Order): void {
    this.acknowledged.set(order.number, order);
    this.underway.delete(order.number);
    this.acts++;
    for (const [resolve, acts] of this.#waiting) {
      if (this.acts < acts) continue;
      this.#waiting.delete(resolve);
      resolve();
    }
  }

  /** Resolves with the acknowledgement of that many more acts. */
  more(acts: number): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(resolve, this.acts + acts));
  }

  copy(): Accounts {
    return { acknowledged: new Map(this.acknowledged), underway: new Map(this.underway) };
  }
}
