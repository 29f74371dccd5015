import { css } from 'lit';
import { detailStyles } from '../internal/detail.styles.ts';
import { orderStatusStyles } from './order-status.styles.ts';

/** One order's page: lines and history side by side where there is room, else one below the other. */
export const orderDetailStyles = [
  detailStyles,
  css`
    .frame {
      container: order / inline-size;
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

    .notice.action {
      flex-wrap: nowrap;
      align-items: start;
      border-block-start: 1px solid var(--_line);
    }

    .action > .icon {
      margin-block-start: 0.2em;
    }

    .facts {
      grid-template-columns: repeat(auto-fit, minmax(10em, 1fr));
      padding-block-start: 14px;
    }

    .action + .facts {
      border-block-start: 0;
    }

    dd .sub {
      display: block;
    }

    .body > * {
      padding: 18px var(--_inset);
      border-block-start: 1px solid var(--_line);
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

    .due > .sub,
    .passed {
      flex-basis: 100%;
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
      margin-block: 4px;
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

    .bones :first-child {
      block-size: 1.5em;
      inline-size: 9em;
      margin-block-end: 12px;
    }

    b {
      font-weight: 600;
    }

    .ahead .dot {
      border-style: dashed;
      background: var(--_surface);
    }

    .ahead .what {
      color: var(--_muted);
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
  `,
  orderStatusStyles,
];
