import { css } from 'lit';

/** Each number as a card; the roles in the markup keep it a table to a reader. */
export const numberCardStyles = css`
  @container list (inline-size < 860px) {
    .frame > * {
      --_inset: 16px;
    }

    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody > tr {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 10px 16px;
      padding: var(--_space) var(--_inset);
    }

    tbody + .item,
    .bones + .bones {
      border-block-start: 1px solid var(--_line);
    }

    .bones > * {
      block-size: 2em;
    }

    .number,
    .status:has(.sub),
    .purpose:has(form) {
      grid-column: 1 / -1;
    }

    .number {
      grid-row: 1;
      font-size: 1.0667em;
    }

    /* Beside the number where a word is all there is to say. */
    .status:not(:has(.sub)) {
      grid-area: 1 / 2;
      place-self: center end;
    }

    .acts {
      place-self: end;
      margin-inline-end: -8px;
      white-space: nowrap;
    }

    tbody > .form {
      padding-block: 12px;
    }

    .form > td {
      padding-inline-start: 12px;
    }

    .toolbar > select {
      flex: 1 1 9em;
    }

    .toolbar > .add {
      flex: 1 0 auto;
      justify-content: center;
    }
  }

  @container list (520px <= inline-size < 860px) {
    tbody > tr {
      grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr) minmax(0, 1fr) auto;
    }

    .status:not(:has(.sub)) {
      grid-area: 1 / 3 / auto / -1;
    }
  }

  @container list (inline-size < 325px) {
    :is(.purpose, .account, .status:not(:has(.sub))) {
      grid-area: auto / 1 / auto / -1;
      place-self: start;
    }

    .acts {
      grid-column: 1 / -1;
    }
  }
`;
