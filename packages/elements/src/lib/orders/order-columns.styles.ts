import { css } from 'lit';

/** The table in columns. */
export const orderColumnStyles = css`
  @container list (inline-size >= 760px) {
    tr {
      grid-template-columns: 21% minmax(0, 1fr) 6.5em 21% 26%;
      grid-auto-columns: minmax(0, 12%);
      grid-auto-flow: column;
    }

    .wide tr {
      grid-template-columns: 18% minmax(0, 1fr) 6em 20% 21%;
    }

    th,
    td {
      padding: var(--_space) 10px;
    }

    :is(th, td):first-child {
      padding-inline-start: var(--_inset);
    }

    :is(th, td):last-child {
      padding-inline-end: var(--_inset);
    }

    thead th {
      padding-block: 10px;
      background: var(--_hover);
      font-weight: 550;
      white-space: nowrap;
    }

    .bones > * {
      block-size: 4.3em;
    }

    .bones,
    .order > tr:first-child {
      border-block-start: 1px solid var(--_line);
    }

    .order > tr:first-child {
      align-items: start;
    }

    .order:hover > tr:first-child {
      background: var(--_hover);
    }

    .action {
      padding-inline-start: 24px;
    }

    .status > .sub {
      margin-block-start: 6px;
    }

    .status > .chip {
      white-space: normal;
    }

    @media (hover: hover) {
      tr:not(:hover) .copy:not(:focus-visible) > .icon {
        display: none;
      }
    }
  }
`;
