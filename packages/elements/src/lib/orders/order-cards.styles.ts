import { css } from 'lit';

/** Each order as a card; the roles in the markup keep it a table to a reader. */
export const orderCardStyles = css`
  @container list (inline-size < 760px) {
    .frame > * {
      --_inset: 16px;
    }

    thead,
    .idle {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody > tr {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 8px 16px;
      padding: var(--_space) var(--_inset);
    }

    tbody + .order,
    .bones + .bones {
      border-block-start: 1px solid var(--_line);
    }

    .bones > * {
      block-size: 2.6em;
    }

    .bones > .action {
      display: none;
    }

    .summary,
    .action,
    .status,
    .extra {
      grid-column: 1 / -1;
    }

    .number {
      grid-column: 1;
    }

    /* Names a cell where no column does; a reader has the column's name. */
    [data-label]::before {
      content: attr(data-label) / '';
      display: block;
      color: var(--_muted);
      font-size: var(--_small);
    }

    .switch {
      flex: 1 1 12em;
    }

    .switch > button {
      flex: 1;
    }

    .search {
      flex-basis: 14em;
    }

    .toolbar > select {
      flex: 1 1 9em;
    }

    .quantity {
      grid-area: 1 / 2;
    }

    .status {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 10px;
      align-items: center;
    }
  }
`;
