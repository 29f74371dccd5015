import type { Client } from '@numberdesk/core';
import type { NewOrder } from '@numberdesk/core/orders';
import type { OrderList } from './order-list.ts';
import { refusalWords } from './words.ts';

/** Places one more order, as a shop's checkout would. */
export class NewOrders {
  isOpen = false;
  refusal: string | null = null;
  /** What the form begins with: another place and person each time. */
  turn = 0;

  readonly #client: Client;
  readonly #list: OrderList;
  readonly #draw: () => void;

  constructor(client: Client, list: OrderList, draw: () => void) {
    this.#client = client;
    this.#list = list;
    this.#draw = draw;
  }

  open(): void {
    this.isOpen = true;
    this.#draw();
  }

  dismiss(): void {
    this.isOpen = false;
    this.refusal = null;
    this.#draw();
  }

  async place(order: Omit<NewOrder, 'number'>): Promise<void> {
    try {
      const { data } = await this.#client.orders.list({ limit: 1 });
      this.#list.put(await this.#client.orders.place({ ...order, number: numberAfter(data[0]?.number) }));
      this.turn++;
      this.dismiss();
    } catch (error) {
      this.refusal = refusalWords(error);
      this.#draw();
    }
  }
}

/** The order number that follows the greatest one: its last run of digits plus one. */
export function numberAfter(greatest = 'NV48000'): string {
  return greatest.replace(/\d+(?=\D*$)/, (digits) => String(Number(digits) + 1));
}
