import type { ReactiveController, ReactiveElement } from 'lit';
import type { RowWindow } from './row-window.ts';

/** What in a row can have the focus. */
const focusable = 'a[href], button, select';

/** What needs the arrows for itself. */
const editable = 'input, select, textarea, [contenteditable]';

/** Up and down go from row to row, and stay in the column; rows that have not been rendered come into view. */
export class RowKeysController<Item> implements ReactiveController {
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
    // The next row is the next one in the tree, for the browser too.
    this.#window.settle();
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event as KeyboardEvent;
    const target = event.composedPath()[0] as Element;
    const focused = event.target as HTMLElement;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const row = focused.closest<HTMLElement>('[data-key] > [role=row]');
    if (step === 0 || !row || altKey || ctrlKey || metaKey || shiftKey) return;
    if (event.defaultPrevented || target.matches(editable)) return;
    event.preventDefault();
    await this.#host.updateComplete;
    const column = focused.closest('[role=cell], [role=rowheader]')?.classList[0];
    const at = focusablesOf(row.querySelector(`.${column}`)).indexOf(focused);
    const next = await this.#neighbour(row, step);
    const cell = next && column ? next.querySelector(`.${column}`) : null;
    const inCell = focusablesOf(cell);
    const wanted = inCell[at] ?? inCell[0] ?? focusablesOf(next)[0];
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

const focusablesOf = (element: Element | null) => [
  ...(element?.querySelectorAll<HTMLElement>(focusable) ?? []),
];
