import { css } from 'lit';
import { orderCardStyles } from './order-cards.styles.ts';
import { orderColumnStyles } from './order-columns.styles.ts';
import { orderStatusStyles } from './order-status.styles.ts';
import { orderToolbarStyles } from './order-toolbar.styles.ts';

/** The table: in columns where there is room for them, else each order as a card. */
export const orderTableStyles = [
  css`
    .frame {
      container: orders / inline-size;
      position: relative;
      overflow: clip;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    /* Each row by itself: a table would lay all its rows out again for every one that comes in. */
    :is(table, thead, tbody) {
      display: block;
    }

    tr {
      display: grid;
    }

    tbody {
      contain: layout style;
    }

    th,
    td {
      min-inline-size: 0;
      padding: 0;
      font-weight: 400;
      text-align: start;
      vertical-align: top;
    }

    .number {
      position: relative;
    }

    .quantity {
      text-align: end;
    }

    span:is(.main, .sub) {
      display: block;
      overflow-wrap: anywhere;
    }

    .sub a {
      display: inline-block;
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

    .numbers bdi,
    time {
      white-space: nowrap;
    }

    .quantity,
    .numbers,
    .number .main,
    time {
      font-variant-numeric: tabular-nums;
    }

    .copy {
      margin-block: -4px;
      padding: 4px;
      border: 0;
      border-radius: 4px;
      background: none;
      color: var(--_muted);
      font-size: var(--_small);
      line-height: 0;
      vertical-align: middle;
    }

    .copy:hover {
      background: color-mix(in srgb, var(--_text) 9%, var(--_surface));
      color: var(--_text);
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
      position: relative;
      display: inline-flex;
      align-items: center;
      gap: 2px;
      margin-block-start: 4px;
      padding: 1px 0;
      border: 0;
      background: none;
      color: var(--_accent);
      font-size: var(--_small);
      font-weight: 550;
    }

    .lines:hover {
      text-decoration: underline;
    }

    .lines[aria-expanded='true'] .icon {
      rotate: 180deg;
    }

    .more {
      display: grid;
      justify-items: center;
      gap: 8px;
      padding: 14px var(--_inset);
      border-block-start: 1px solid var(--_line);
    }

    .bones i {
      display: block;
      inline-size: 60%;
      block-size: 0.75em;
      margin-block: 0.35em;
      border-radius: 4px;
      background: color-mix(in srgb, var(--_text) 9%, var(--_surface));
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
      .copy {
        position: relative;
      }

      .copy::after,
      .lines::after,
      .has-tip::after {
        content: '';
        position: absolute;
        inset-block: calc((100% - 44px) / 2);
        inset-inline: min(0px, (100% - 44px) / 2);
      }
    }

    @media (prefers-reduced-motion: no-preference) {
      .bones i {
        animation: breathe 1.6s ease-in-out infinite alternate;
      }

      .fresh > tr > * {
        animation: fresh 2.4s ease-out;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      .fresh > tr:first-child > .number::after {
        content: '';
        position: absolute;
        inset-block: 0;
        inset-inline-start: 0;
        inline-size: 3px;
        background: var(--_accent);
      }
    }

    @media (forced-colors: active) {
      .bones i {
        background: GrayText;
      }
    }

    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }

    @keyframes fresh {
      from {
        background: color-mix(in srgb, var(--_accent) 16%, var(--_surface));
      }
    }
  `,
  orderStatusStyles,
  orderToolbarStyles,
  orderColumnStyles,
  orderCardStyles,
];
