import { css } from 'lit';
import { listTableStyles } from '../internal/list-table.styles.ts';
import { listToolbarStyles } from '../internal/list-toolbar.styles.ts';
import { orderCardStyles } from './order-cards.styles.ts';
import { orderColumnStyles } from './order-columns.styles.ts';
import { orderStatusStyles } from './order-status.styles.ts';

/** The table: in columns where there is room for them, else each order as a card. */
export const orderTableStyles = [
  listTableStyles,
  listToolbarStyles,
  orderStatusStyles,
  css`
    .quantity {
      text-align: end;
    }

    .quiet a:not(:hover) {
      color: inherit;
      text-decoration-color: var(--_line);
    }

    .number .main {
      font-weight: 600;
    }

    span.numbers {
      display: flex;
      flex-wrap: wrap;
      column-gap: 0.8em;
    }

    .numbers bdi {
      white-space: nowrap;
    }

    .quantity,
    .numbers,
    .number .main {
      font-variant-numeric: tabular-nums;
    }

    .switch {
      display: flex;
      padding: 2px;
      border-radius: calc(var(--_radius-control) + 2px);
      background: color-mix(in srgb, var(--_text) 7%, var(--_surface));
    }

    .switch > button {
      min-block-size: 2.2em;
      padding: 0 0.9em;
      border: 0;
      border-radius: var(--_radius-control);
      background: none;
      color: var(--_muted);
      font-weight: 550;
    }

    .switch > [aria-pressed='true'] {
      background: var(--_surface);
      color: var(--_text);
      box-shadow:
        0 0 0 1px var(--_line),
        0 1px 2px rgb(0 0 0 / 14%);
    }

    .search {
      flex-basis: 10em;
    }

    .synced {
      padding: 8px var(--_inset);
      border-block-end: 1px solid var(--_line);
    }

    .tag {
      margin-inline-start: 4px;
      padding-inline: 6px;
      border: 1px solid var(--_line);
      border-radius: 4px;
      color: var(--_muted);
      font-size: 0.8em;
      white-space: nowrap;
    }

    .lines {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      margin-inline-start: 4px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--_accent);
      font-size: var(--_small);
      font-weight: 550;
    }

    .lines::before {
      content: '▾' / '';
      order: 1;
    }

    .bones .quantity i {
      inline-size: 1.5em;
      margin-inline-start: auto;
    }

    .bones :is(.number, .summary) i::after {
      content: '';
      display: block;
      inline-size: 70%;
      block-size: 0.6em;
      border-radius: inherit;
      background: inherit;
      translate: 0 1.5em;
    }

    @media (pointer: coarse) {
      .switch > button {
        min-block-size: 44px;
      }
    }

    @media (forced-colors: active) {
      .switch > [aria-pressed='true'] {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }
  `,
  orderColumnStyles,
  orderCardStyles,
];
