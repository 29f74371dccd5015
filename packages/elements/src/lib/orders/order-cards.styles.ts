import { css } from 'lit';

/** Each order as a card; the roles in the markup keep it a table to a reader. */
export const orderCardStyles = css`
  @container orders (inline-size < 640px) {
    .frame > * {
      --_inset: 16px;
    }

    table,
    tbody {
      display: block;
    }

    thead,
    .action.none {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody > tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 8px 16px;
      padding: var(--_space) var(--_inset);
    }

    .order + .order,
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
    .status {
      grid-column: 1 / -1;
    }

    .number {
      grid-column: 1;
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

    tbody > .line {
      margin-inline-start: var(--_inset);
      padding-block: 10px;
      padding-inline-start: 14px;
      border-inline-start: 2px solid var(--_line);
    }

    .line:last-child {
      margin-block-end: var(--_space);
    }

    .fresh > tr:first-child > .number::after {
      inset-block: calc(-1 * var(--_space));
      inset-inline-start: calc(-1 * var(--_inset));
    }
  }
`;
