import { css } from 'lit';
import { orderStatusStyles } from './order-status.styles.ts';
import { orderTimelineStyles } from './order-timeline.styles.ts';

/** One order's page: lines and history side by side where there is room, else one below the other. */
export const orderDetailStyles = [
  css`
    .frame {
      container: order / inline-size;
      position: relative;
      overflow: clip;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 6px 20px;
    }

    .frame > .head {
      padding: 18px var(--_inset) 14px;
    }

    .title {
      font-size: 1.3333em;
      font-weight: 650;
      line-height: 1.25;
      overflow-wrap: anywhere;
    }

    .copy {
      display: inline-flex;
      align-items: center;
      gap: 5px;
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

    .copy:hover,
    summary:hover {
      background: var(--_hover);
      text-decoration: underline;
    }

    .notice.action {
      flex-wrap: nowrap;
      align-items: start;
      border-block-start: 1px solid var(--_line);
    }

    .action > .icon {
      margin-block-start: 0.2em;
    }

    .facts {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
      gap: 14px 24px;
      margin: 0;
      padding: 14px var(--_inset) 18px;
      border-block-start: 1px solid var(--_line);
    }

    .action + .facts {
      border-block-start: 0;
    }

    dd {
      margin: 2px 0 0;
    }

    dd .sub {
      display: block;
    }

    bdi,
    dd {
      overflow-wrap: anywhere;
    }

    time,
    .numbers,
    .quantity,
    .title {
      font-variant-numeric: tabular-nums;
    }

    .body > * {
      padding: 18px var(--_inset);
      border-block-start: 1px solid var(--_line);
    }

    .heading {
      margin-block-end: 4px;
      font-weight: 600;
    }

    ol,
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .line {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 6px 16px;
      align-items: start;
      padding-block: var(--_space);
    }

    .line + .line {
      border-block-start: 1px solid var(--_line);
    }

    .line:last-child {
      padding-block-end: 0;
    }

    .main {
      font-weight: 550;
    }

    .quantity {
      text-align: end;
    }

    .line > :is(.status, .due, .delivered) {
      grid-column: 1 / -1;
    }

    .due {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.8em;
      align-items: baseline;
    }

    .due b {
      font-weight: 550;
    }

    .due > .sub,
    .passed {
      flex-basis: 100%;
    }

    .passed {
      color: var(--_warning);
    }

    .delivered > .head {
      justify-content: space-between;
    }

    .numbers {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(8.5em, 1fr));
      gap: 2px 16px;
    }

    summary {
      inline-size: fit-content;
      min-block-size: 24px;
      margin-block: 4px;
      border-radius: var(--_radius-control);
      color: var(--_accent);
      font-size: var(--_small);
      font-weight: 550;
      cursor: pointer;
    }

    .tag {
      margin-inline-start: 4px;
      padding-inline: 6px;
      border: 1px solid var(--_line);
      border-radius: 4px;
      color: var(--_muted);
      font-size: 0.8em;
      font-weight: 400;
      white-space: nowrap;
    }

    .history > .button {
      margin-block-start: 12px;
    }

    .contact {
      padding: 14px var(--_inset);
      border-block-start: 1px solid var(--_line);
      background: var(--_hover);
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
      inline-size: 9em;
      margin-block-end: 12px;
    }

    .bones :nth-child(even) {
      inline-size: 45%;
    }

    @container order (inline-size < 640px) {
      .frame > * {
        --_inset: 16px;
      }
    }

    @container order (inline-size >= 560px) {
      .line {
        grid-template-columns: minmax(0, 1fr) auto minmax(9.5em, auto);
      }

      .frame > .head > .status {
        margin-inline-start: auto;
      }

      .line > .status {
        grid-column: auto;
        text-align: end;
      }
    }

    @container order (inline-size >= 860px) {
      .body {
        display: grid;
        grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr);
        border-block-start: 1px solid var(--_line);
      }

      .body > * {
        border-block-start: 0;
      }

      .body > .history {
        border-inline-start: 1px solid var(--_line);
      }
    }

    @media (pointer: coarse) {
      .copy,
      summary {
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
    }

    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  `,
  orderTimelineStyles,
  orderStatusStyles,
];
