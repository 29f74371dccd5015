import { css } from 'lit';
import { batchDropStyles } from './batch-drop.styles.ts';
import { numberEntryStyles } from './number-entry.styles.ts';
import { numberFieldStyles } from './number-field.styles.ts';

/** The frame with its two ways, and what all parts of the importer share. */
export const numberImporterStyles = [
  css`
    .frame {
      container: importer / inline-size;
      position: relative;
      overflow: clip;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    .toolbar {
      display: flex;
      flex-wrap: wrap;
      gap: 12px 20px;
      align-items: center;
      justify-content: space-between;
      padding: 12px var(--_inset);
      border-block-end: 1px solid var(--_line);
    }

    .switch {
      display: flex;
      flex-wrap: wrap;
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

    .switch > :is([aria-selected='true'], [aria-pressed='true']) {
      background: var(--_surface);
      color: var(--_text);
      box-shadow:
        0 0 0 1px var(--_line),
        0 1px 2px rgb(0 0 0 / 14%);
    }

    .account {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 10px;
      align-items: center;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }

    .account > .control {
      flex: 0 1 auto;
      inline-size: auto;
      min-inline-size: 0;
      max-inline-size: min(22em, 100%);
    }

    .account > .state:not(:empty) {
      flex-basis: 100%;
    }

    .body {
      display: grid;
    }

    .heading {
      font-weight: 600;
    }

    .number,
    .count {
      font-variant-numeric: tabular-nums;
    }

    bdi.number {
      white-space: nowrap;
    }

    .confirmation {
      flex-wrap: nowrap;
      align-items: start;
      border-block: 1px solid var(--_line);
    }

    .confirmation > .icon {
      margin-block-start: 0.2em;
    }

    .confirmation .choice {
      margin-block-start: 6px;
    }

    .notice.trouble {
      flex-wrap: nowrap;
      align-items: start;
      background: color-mix(in srgb, var(--_negative) 7%, var(--_surface));
    }

    .notice.trouble > .icon {
      margin-block-start: 0.2em;
      color: var(--_negative);
    }

    .save-bar {
      display: flex;
      flex-wrap: wrap;
      gap: 10px 12px;
      align-items: center;
      padding: 14px var(--_inset);
      border-block-start: 1px solid var(--_line);
    }

    .confirmation + .save-bar {
      border-block-start: 0;
    }

    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
    }

    .help {
      padding: 12px var(--_inset);
      border-block-start: 1px solid var(--_line);
      background: var(--_hover);
    }

    .bones {
      display: grid;
      gap: 18px;
      padding: 24px var(--_inset);
    }

    .bones i {
      inline-size: 45%;
      block-size: 0.8em;
      border-radius: 4px;
      background: color-mix(in srgb, var(--_text) 9%, var(--_surface));
    }

    .bones :nth-child(even) {
      inline-size: 70%;
      block-size: 2.2em;
    }

    @container importer (inline-size < 640px) {
      .frame > * {
        --_inset: 16px;
      }

      .toolbar > .switch {
        flex: 1 1 100%;
      }

      .toolbar > .switch > button {
        flex: 1;
      }

      .save-bar > .save {
        flex: 1 1 100%;
      }
    }

    @media (pointer: coarse) {
      .switch > button,
      .control,
      .choice {
        min-block-size: 44px;
      }

      .choice {
        align-items: center;
      }

      .choice > input {
        translate: none;
      }
    }

    @media (prefers-reduced-motion: no-preference) {
      .bones {
        animation: breathe 1.6s ease-in-out infinite alternate;
      }
    }

    @media (forced-colors: active) {
      .switch > :is([aria-selected='true'], [aria-pressed='true']) {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }

      .primary {
        border: 2px solid ButtonText;
      }

      .bones i {
        background: GrayText;
      }
    }

    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  `,
  numberFieldStyles,
  numberEntryStyles,
  batchDropStyles,
];
