import { css } from 'lit';
import { portOutAskedStyles } from './portout-asked.styles.ts';
import { portOutClockStyles } from './portout-clock.styles.ts';
import { portOutStatusStyles } from './portout-status.styles.ts';
import { portOutTimelineStyles } from './portout-timeline.styles.ts';

/** One request's page: what is asked and what happened side by side where there is room, else one below the other. */
export const portOutReviewStyles = [
  css`
    .frame {
      container: review / inline-size;
      position: relative;
      overflow: clip;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
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

    .title {
      font-size: 1.3333em;
      font-weight: 650;
      line-height: 1.25;
      overflow-wrap: anywhere;
    }

    .asks {
      grid-column: 1 / -1;
      overflow-wrap: anywhere;
    }

    .asks b {
      font-weight: 600;
      white-space: nowrap;
    }

    .copy {
      display: inline-flex;
      gap: 5px;
      align-items: center;
      min-block-size: 24px;
      margin-inline: -8px;
      padding: 2px 8px;
      border: 0;
      border-radius: var(--_radius-control);
      background: none;
      color: var(--_accent);
      font-size: var(--_small);
      font-weight: 550;
    }

    .copy:hover {
      background: var(--_hover);
      text-decoration: underline;
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

    .facts {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(8.5em, 1fr));
      gap: 14px 24px;
      margin: 0;
      padding: 16px var(--_inset) 18px;
      border-block-start: 1px solid var(--_line);
    }

    .facts dd {
      margin: 2px 0 0;
    }

    bdi,
    dd {
      overflow-wrap: anywhere;
    }

    time,
    .numbers,
    .title {
      font-variant-numeric: tabular-nums;
    }

    .body > * > section {
      padding: 18px var(--_inset);
      border-block-start: 1px solid var(--_line);
    }

    .heading {
      font-weight: 600;
    }

    ol,
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
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

    .bones {
      display: grid;
      gap: 18px;
      padding: 24px var(--_inset);
    }

    .bones i {
      block-size: 0.8em;
      inline-size: 70%;
      border-radius: 4px;
      background: color-mix(in srgb, var(--_text) 9%, var(--_surface));
    }

    .bones :first-child {
      block-size: 1.5em;
      inline-size: 11em;
    }

    .bones :nth-child(2) {
      block-size: 5em;
      inline-size: 100%;
    }

    .bones :nth-child(even):not(:nth-child(2)) {
      inline-size: 45%;
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
      .copy,
      .answers > .button {
        min-block-size: 44px;
      }
    }

    @media (prefers-reduced-motion: no-preference) {
      .bones {
        animation: breathe 1.6s ease-in-out infinite alternate;
      }
    }

    @media (forced-colors: active) {
      .bones i {
        background: GrayText;
      }

      .answers > [aria-disabled='true'] {
        color: GrayText;
      }
    }

    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  `,
  portOutClockStyles,
  portOutAskedStyles,
  portOutTimelineStyles,
  portOutStatusStyles,
];
