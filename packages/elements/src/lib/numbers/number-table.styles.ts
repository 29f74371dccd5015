import { css } from 'lit';
import { chipStyles } from '../internal/chip.styles.ts';
import { listTableStyles } from '../internal/list-table.styles.ts';
import { listToolbarStyles } from '../internal/list-toolbar.styles.ts';
import { numberCardStyles } from './number-table-cards.styles.ts';
import { numberColumnStyles } from './number-table-columns.styles.ts';

/** The table of numbers. */
export const numberTableStyles = [
  listTableStyles,
  listToolbarStyles,
  chipStyles,
  css`
    .number .main {
      font-weight: 600;
      font-variant-numeric: tabular-nums;
    }

    time {
      white-space: nowrap;
      font-variant-numeric: tabular-nums;
    }

    .about:empty {
      display: none;
    }

    .about {
      position: absolute;
      inset-inline-end: 0.8em;
      background: var(--_surface);
    }

    .number .main {
      white-space: nowrap;
    }

    bdi[dir] {
      white-space: nowrap;
    }

    .purpose > .main {
      display: flex;
      gap: 4px;
      align-items: baseline;
    }

    .purpose {
      hyphens: auto;
    }

    .purpose i {
      color: var(--_muted);
    }

    .said {
      color: var(--_text);
    }

    .status > .sub {
      margin-block-start: 6px;
    }

    .forbidden {
      display: flex;
      gap: 8px;
      align-items: baseline;
      padding: 10px var(--_inset);
      border-block-end: 1px solid var(--_line);
    }

    .forbidden > .icon {
      translate: 0 0.15em;
    }

    .help {
      padding: 0 var(--_inset) 16px;
      text-align: center;
    }

    .panel + .help {
      padding-block-start: 16px;
      border-block-start: 1px solid var(--_line);
    }

    .import {
      border-block-end: 1px solid var(--_line);
    }

    .add {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      text-decoration: none;
    }

    .primary,
    .primary:hover {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_surface);
    }

    .primary:hover {
      background: color-mix(in srgb, var(--_accent) 86%, var(--_text));
    }

    .primary[aria-expanded='true'] {
      color: var(--_surface);
    }

    .acts .quiet {
      padding-inline: 8px;
      font-weight: 550;
    }

    .quiet[aria-expanded='true'] {
      background: color-mix(in srgb, var(--_text) 9%, var(--_surface));
      color: var(--_text);
    }

    .quiet[aria-disabled='true'] {
      opacity: 0.7;
    }
  `,
  numberColumnStyles,
  numberCardStyles,
];
