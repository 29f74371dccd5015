import type { ReactiveController, ReactiveElement } from 'lit';
import type { RowWindow } from '../internal/row-window.ts';

/** What in a row can have the focus. */
const focusable = 'a[href], button';

/** Up and down go from row to row, and stay in the column; rows that have not been rendered come into view. */
export class OrderKeysController<Item> implements ReactiveController {
  readonly #host: ReactiveElement;
  readonly #window: RowWindow<Item>;

  constructor(host: ReactiveElement, window: RowWindow<Item>) {
    this.#host = host;
    this.#window = window;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.renderRoot.addEventListener('keydown', this.#onKey);
  }

  readonly #onKey = async (event: Event): Promise<void> => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event as KeyboardEvent;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const row = (target as Element).closest<HTMLElement>('[data-key] > [role=row]');
    if (step === 0 || !row || altKey || ctrlKey || metaKey || shiftKey) return;
    event.preventDefault();
    const column = (target as Element).closest('[role=cell], [role=rowheader]')?.classList[0] ?? '';
    const next = this.#neighbour(row, step) ?? (await this.#bringIn(row, step));
    const cell = next?.querySelector(`.${column}`);
    const wanted = cell?.querySelector<HTMLElement>(focusable) ?? next?.querySelector<HTMLElement>(focusable);
    wanted?.focus();
    wanted?.scrollIntoView({ block: 'nearest' });
  };

  /** The next row on that side in which something can have the focus, unless a gap comes first. */
  #neighbour(row: HTMLElement, step: number): HTMLElement | null {
    const rows = [
      ...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-key] > [role=row], [data-gap]'),
    ];
    for (let at = rows.indexOf(row) + step; rows[at]; at += step) {
      if (rows[at]?.dataset['gap']) return null;
      if (rows[at]?.querySelector(focusable)) return rows[at] as HTMLElement;
    }
    return null;
  }

  async #bringIn(row: HTMLElement, step: number): Promise<HTMLElement | null> {
    const index = Number(row.parentElement?.dataset['index']) + step;
    if (!(index >= 0)) return null;
    this.#window.scrollTo(index);
    await this.#host.updateComplete;
    return this.#host.renderRoot.querySelector<HTMLElement>(`[data-index="${index}"] > [role=row]`);
  }
}
