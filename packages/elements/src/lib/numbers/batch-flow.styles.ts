import { css } from 'lit';
import { batchResultStyles } from './batch-result.styles.ts';

/** Review, saving and result: brought to a widget when it gets there. */
export const batchStyles = [
  css`
    .review-head,
    .result-head {
      display: flex;
      flex-wrap: wrap;
      gap: 10px 20px;
      align-items: center;
      justify-content: space-between;
      padding: 14px var(--_inset);
      overflow-wrap: anywhere;
    }

    .switch b {
      margin-inline-start: 5px;
      font-variant-numeric: tabular-nums;
      font-weight: 600;
    }

    .switch > .added > .icon,
    .grid .good > .line > .icon {
      color: var(--_positive);
    }

    .switch > .rejected > .icon,
    .grid .bad > .line > .icon {
      color: var(--_negative);
    }

    .switch .icon {
      margin-inline-end: 5px;
      vertical-align: -0.18em;
    }

    .notices {
      padding: 0 var(--_inset) 12px;
    }

    .suggestion-bar {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 12px;
      align-items: center;
      padding: 10px var(--_inset);
      border-block-start: 1px solid var(--_line);
      background: color-mix(in srgb, var(--_info) 7%, var(--_surface));
    }

    .none {
      display: flex;
      gap: 8px;
      align-items: center;
      justify-content: center;
      padding: 40px var(--_inset);
      border-block-start: 1px solid var(--_line);
      color: var(--_muted);
      text-align: center;
    }

    .grid {
      border-block-start: 1px solid var(--_line);
    }

    .grid-head,
    .grid-row {
      display: grid;
      grid-template-columns: 5.5em minmax(0, 1fr) minmax(0, 1fr);
    }

    .grid:is(.added, .rejected) > :is(.grid-head, .grid-row) {
      grid-template-columns: minmax(9em, 1fr) minmax(0, 1.2fr) minmax(0, 1.6fr);
    }

    .grid-head {
      background: var(--_hover);
    }

    .grid-head > * {
      padding: 8px 10px;
      font-weight: 550;
    }

    .grid-row > * {
      min-inline-size: 0;
      padding: 8px 10px;
      overflow-wrap: anywhere;
    }

    .grid > * > :first-child {
      padding-inline-start: var(--_inset);
    }

    .grid > * > :last-child {
      padding-inline-end: var(--_inset);
    }

    .grid-row {
      border-block-start: 1px solid var(--_line);
      contain: layout style;
    }

    .grid-row.bad {
      background: color-mix(in srgb, var(--_negative) 4%, var(--_surface));
    }

    .line {
      color: var(--_muted);
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }

    .line > .icon {
      margin-inline-end: 6px;
      vertical-align: -0.18em;
    }

    .cell {
      position: relative;
      scroll-margin-block: 1em 6em;
    }

    .cell:focus-visible {
      outline-offset: -2px;
    }

    .grid:is(.added, .rejected) > .grid-row > .number {
      font-weight: 600;
    }

    .cell > .value {
      vertical-align: middle;
    }

    .pencil {
      margin-block: -4px;
      padding: 6px;
      border: 0;
      border-radius: 4px;
      background: none;
      color: var(--_muted);
      font-size: var(--_small);
      line-height: 0;
      vertical-align: middle;
      opacity: 0;
    }

    .pencil:hover {
      background: color-mix(in srgb, var(--_text) 9%, var(--_surface));
      color: var(--_text);
    }

    .bad .pencil,
    .cell:is(:hover, :focus) > .pencil,
    .pencil:focus-visible {
      opacity: 1;
    }

    .cell > .control {
      margin-block: -4px;
    }

    .pager {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: center;
      padding: 10px var(--_inset);
      border-block-start: 1px solid var(--_line);
    }

    .button:disabled {
      color: var(--_muted);
      cursor: not-allowed;
      opacity: 0.6;
    }

    .confirmation:has(+ .sticky) {
      border-block-end: 0;
    }

    .confirmation + .sticky {
      border-block-start: 1px solid var(--_line);
    }

    .left {
      margin-inline-start: auto;
    }

    @media (min-height: 560px) {
      .sticky {
        position: sticky;
        inset-block-end: 0;
        z-index: 1;
        background: var(--_surface);
      }
    }

    @media (hover: none) {
      .pencil {
        opacity: 1;
      }
    }

    @container importer (inline-size < 640px) {
      .grid-head {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }

      .grid-row {
        grid-template-columns: 5em minmax(0, 1fr);
      }

      .grid-row > .purpose:last-child {
        grid-column: 2;
        padding-block-start: 0;
      }

      .grid-row > :last-child {
        padding-inline-start: 10px;
      }

      .grid:is(.added, .rejected) > .grid-row {
        grid-template-columns: auto minmax(0, 1fr);
        padding-block: 8px;
      }

      .grid:is(.added, .rejected) > .grid-row > * {
        padding-block: 2px;
      }

      .grid:is(.added, .rejected) > .grid-row > :last-child {
        grid-column: 1 / -1;
        padding-inline: var(--_inset);
      }

      :is(.review-head, .result-head) > .switch {
        flex: 1 1 100%;
      }

      .switch > [aria-pressed] {
        flex: 1 1 40%;
        padding-inline: 4px;
      }

      .save-bar > .save {
        flex: 1 1 auto;
      }

      .left {
        flex-basis: 100%;
        order: -1;
        margin-inline-start: 0;
      }
    }

    @media (pointer: coarse) {
      .pencil {
        min-inline-size: 44px;
        min-block-size: 44px;
      }
    }
  `,
  batchResultStyles,
];
