import { css } from 'lit';

/** Months to choose from, and the charges of one of them. */
export const chargesStyles = [
  css`
    .whose {
      display: flex;
      gap: 10px;
      align-items: baseline;
    }

    .months {
      display: flex;
      gap: 2px;
      margin: 0;
      padding: 8px;
      overflow: auto;
      list-style: none;
    }

    .months > li {
      flex: none;
    }

    .months button {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 0 14px;
      inline-size: 100%;
      min-block-size: 44px;
      padding: 8px 12px;
      border: 0;
      border-radius: var(--_radius-control);
      background: none;
      color: inherit;
      text-align: start;
      white-space: nowrap;
    }

    .months b {
      font-weight: 550;
    }

    .months b {
      grid-column: 1 / -1;
    }

    .months .sub {
      grid-row: 2;
    }

    .months button:hover {
      background: color-mix(in srgb, var(--_text) 6%, var(--_surface));
    }

    .months [aria-current='true'] {
      background: var(--_surface);
      box-shadow: 0 0 0 1px var(--_line);
      color: var(--_accent);
    }

    .money {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }

    .month {
      container: month / inline-size;
      min-inline-size: 0;
    }

    .sum {
      display: flex;
      flex-wrap: wrap;
      gap: 12px 20px;
      align-items: start;
      padding: 18px var(--_inset);
      border-block-end: 1px solid var(--_line);
    }

    .sum > div {
      flex: 1 1 18em;
    }

    .sum .name {
      font-size: 1.2em;
      font-weight: 650;
    }

    .sum .sub {
      display: block;
      max-inline-size: 56ch;
    }

    .total {
      flex: 1;
      text-align: start;
    }

    .total > .money {
      font-size: 1.6em;
      font-weight: 650;
      line-height: 1.2;
    }

    .waiting {
      padding: 24px var(--_inset);
    }

    .waiting > .bones {
      padding-block: 10px;
    }

    .charges .line > *,
    .charges thead th {
      padding: 0;
    }

    .charges :is(thead, tbody) > tr {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 16px;
      padding: var(--_space) var(--_inset);
    }

    .charges .line + .line {
      border-block-start: 1px solid var(--_line);
    }

    .tn > .main {
      font-weight: 600;
      white-space: nowrap;
    }

    .charges .what,
    .charges .when {
      grid-column: 1;
    }

    .charges .when {
      color: var(--_muted);
      font-size: var(--_small);
    }

    .charges td.amount {
      grid-area: 1 / 2;
      font-weight: 550;
      text-align: end;
    }

    .note {
      font-style: italic;
    }

    .charges .year thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `,
  css`
    .year > .months {
      border-block-end: 1px solid var(--_line);
      background: var(--_hover);
    }

    @container list (inline-size >= 700px) {
      .year:has(.months) {
        display: grid;
        grid-template-columns: 15em minmax(0, 1fr);
      }

      .year > .months {
        display: block;
        border-block-end: 0;
        border-inline-end: 1px solid var(--_line);
      }
    }

    @container month (inline-size >= 580px) {
      .charges .year thead {
        position: static;
        inline-size: auto;
        block-size: auto;
        clip-path: none;
      }

      .charges :is(thead, tbody) > tr {
        grid-template-columns: 11em minmax(0, 1fr) 10em 8em;
      }

      .charges > .year thead > tr {
        padding-block: 10px;
        border-block-end: 1px solid var(--_line);
        background: var(--_hover);
      }

      .charges :is(.what, .when) {
        grid-column: auto;
      }

      .charges :is(.tn, .what, .when, .amount) {
        grid-row: 1;
      }

      .charges td.amount {
        grid-area: 1 / 4;
      }

      .charges .amount,
      .total {
        text-align: end;
      }

      .total {
        flex: none;
      }
    }

    @media (forced-colors: active) {
      .months [aria-current='true'] {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }
  `,
];
