import { css } from 'lit';
import { detailStyles } from '../internal/detail.styles.ts';
import { portOutAskedStyles } from './portout-asked.styles.ts';
import { portOutClockStyles } from './portout-clock.styles.ts';
import { portOutStatusStyles } from './portout-status.styles.ts';

/** One request's page: what is asked and what happened side by side where there is room, else one below the other. */
export const portOutReviewStyles = [
  detailStyles,
  css`
    .frame {
      container: review / inline-size;
    }

    .head {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 20px;
      align-items: center;
      padding: 18px var(--_inset) 16px;
    }

    .name {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 18px;
      align-items: center;
    }

    .asks {
      grid-column: 1 / -1;
      overflow-wrap: anywhere;
    }

    .asks b {
      font-weight: 600;
      white-space: nowrap;
    }

    .answers {
      display: flex;
      flex-wrap: wrap;
      gap: 10px;
      align-items: center;
      padding: 14px var(--_inset);
    }

    .head + .answers {
      border-block-start: 1px solid var(--_line);
    }

    .answers > .button {
      min-inline-size: 7.5em;
      min-block-size: 2.6em;
    }

    .primary {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_surface);
    }

    .primary:hover {
      background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
    }

    .answers > [aria-expanded='true'] {
      box-shadow: 0 0 0 3px color-mix(in srgb, var(--_accent) 30%, transparent);
    }

    .answers > [aria-disabled='true'] {
      border-color: var(--_line);
      background: var(--_hover);
      color: var(--_muted);
      cursor: not-allowed;
    }

    .off {
      display: flex;
      flex: 1 1 18em;
      gap: 8px;
      align-items: start;
    }

    .off > .icon {
      margin-block-start: 0.18em;
      color: var(--_muted);
    }

    .off .sub {
      display: block;
    }

    .body > * > section {
      padding: 18px var(--_inset);
      border-block-start: 1px solid var(--_line);
    }

    .tone {
      display: inline-flex;
      gap: 6px;
      align-items: baseline;
      color: var(--_tone, var(--_muted));
      font-weight: 550;
    }

    .neutral {
      --_tone: var(--_muted);
    }

    .none {
      color: var(--_muted);
      font-style: italic;
    }

    .hits {
      padding: 28px var(--_inset);
    }

    .hits li {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 16px;
      align-items: center;
      margin-block-start: 12px;
    }

    .hits .button {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 2px 12px;
      align-items: baseline;
    }

    .bones :first-child {
      block-size: 1.5em;
      inline-size: 11em;
    }

    .bones :nth-child(2) {
      block-size: 5em;
      inline-size: 100%;
    }

    .what {
      font-weight: 550;
    }

    .said {
      margin-block: 4px;
      padding-inline-start: 10px;
      border-inline-start: 2px solid var(--_line);
      overflow-wrap: anywhere;
    }

    @container review (inline-size < 640px) {
      .frame > *,
      .row {
        --_inset: 16px;
      }

      .head {
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
      }

      .answers > .button {
        flex: 1;
      }
    }

    @container review (inline-size >= 940px) {
      .body {
        display: grid;
        grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr);
      }

      .other-side {
        border-inline-start: 1px solid var(--_line);
      }
    }

    @media (pointer: coarse) {
      .answers > .button {
        min-block-size: 44px;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      .status.fresh {
        text-decoration: underline;
      }
    }

    @media (forced-colors: active) {
      .answers > [aria-disabled='true'] {
        color: GrayText;
      }
    }
  `,
  portOutClockStyles,
  portOutAskedStyles,
  portOutStatusStyles,
];
