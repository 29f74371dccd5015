import { css } from 'lit';
import { listTableStyles } from '../internal/list-table.styles.ts';
import { listToolbarStyles } from '../internal/list-toolbar.styles.ts';
import { portOutCardStyles } from './portout-list-cards.styles.ts';
import { portOutColumnStyles } from './portout-list-columns.styles.ts';
import { portOutSwitchStyles } from './portout-list-switch.styles.ts';
import { portOutStatusStyles } from './portout-status.styles.ts';

/** The list of port-outs. */
export const portOutListStyles = [
  listTableStyles,
  listToolbarStyles,
  portOutStatusStyles,
  portOutSwitchStyles,
  css`
    .surface {
      position: relative;
      overflow: clip;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }

    .surface .frame {
      border: 0;
      border-radius: 0;
    }

    time {
      white-space: nowrap;
    }

    time,
    .foc {
      font-variant-numeric: tabular-nums;
    }

    .request > .main {
      font-weight: 600;
    }

    .quantity > .main {
      font-variant-numeric: tabular-nums;
    }

    i {
      color: var(--_muted);
    }

    /* What takes two lines goes on below the drawing. */
    .due .left {
      display: inline;
    }

    .left > .icon {
      margin-inline-end: 5px;
      vertical-align: -0.2em;
    }

    .details > .button {
      display: inline-block;
      text-decoration: none;
      white-space: nowrap;
    }

    .primary,
    .primary:hover {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_surface);
    }

    /* What is late stands out as a row: a bar at its edge, beside the drawing and the words. */
    .item:has(.passed) {
      box-shadow: inset 3px 0 var(--_negative);
    }

    .item:has(.passed):dir(rtl) {
      box-shadow: inset -3px 0 var(--_negative);
    }
  `,
  portOutColumnStyles,
  portOutCardStyles,
];
