import type { ReactiveController, ReactiveElement } from 'lit';
import type { RowWindow } from '../internal/row-window.ts';

/** What in a row can have the focus. */
const focusable = 'a[href], button';

/** What needs the arrows for itself. */
const editable = 'input, select, textarea, [contenteditable]';

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
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event as KeyboardEvent;
    const target = event.composedPath()[0] as Element;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const row = (event.target as Element).closest<HTMLElement>('[data-key] > [role=row]');
    if (step === 0 || !row || altKey || ctrlKey || metaKey || shiftKey) return;
    // What a page puts into a column of its own may need the arrows itself.
    if (event.defaultPrevented || target.matches(editable)) return;
    event.preventDefault();
    const column = (event.target as Element).closest('[role=cell], [role=rowheader]')?.classList[0] ?? '';
    const next = await this.#neighbour(row, step);
    const cell = next?.querySelector(`.${column}`);
    const wanted = cell?.querySelector<HTMLElement>(focusable) ?? next?.querySelector<HTMLElement>(focusable);
    wanted?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };

  /** The next row on that side in which something can have the focus; what has not been rendered is brought in. */
  async #neighbour(row: HTMLElement, step: number, isLast = false): Promise<HTMLElement | null> {
    const rows = [
      ...this.#host.renderRoot.querySelectorAll<HTMLElement>('[data-key] > [role=row], [data-gap]'),
    ];
    for (let at = rows.indexOf(row) + step; rows[at]; at += step) {
      if (rows[at]?.querySelector(focusable)) return rows[at] as HTMLElement;
      if (!rows[at]?.dataset['gap']) continue;
      if (isLast) return null;
      // The row itself has the focus, and stays wherever the window goes.
      this.#window.scrollTo(Number(row.parentElement?.dataset['index']) + step);
      await this.#host.updateComplete;
      return this.#neighbour(row, step, true);
    }
    return null;
  }
}
