import { css } from 'lit';

/** The table in columns. */
export const numberColumnStyles = css`
  @container list (inline-size >= 860px) {
    tr {
      grid-template-columns: 13.5em minmax(0, 21%) minmax(0, 1fr) minmax(0, 17%) 11em;
    }

    .changing tr {
      grid-template-columns: 13.5em minmax(0, 20%) minmax(0, 1fr) minmax(0, 15%) 10.5em 10em;
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

    .acts {
      text-align: end;
    }

    td.acts {
      padding-block-start: calc(var(--_space) - 4px);
      padding-inline-end: calc(var(--_inset) - 8px);
      white-space: nowrap;
    }

    .bones > * {
      block-size: 3.6em;
    }

    .bones > *,
    .item > tr:first-child > * {
      border-block-start: 1px solid var(--_line);
    }

    .item:hover > tr:first-child {
      background: var(--_hover);
    }

    span.label {
      display: none;
    }

    @media (hover: hover) {
      tr:not(:hover) .copy:not(:focus-visible) > .icon {
        display: none;
      }
    }
  }
`;
