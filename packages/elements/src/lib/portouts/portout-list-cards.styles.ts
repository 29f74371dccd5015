import { css } from 'lit';

/** Each request as a card; the roles in the markup keep it a table to a reader. */
export const portOutCardStyles = css`
  @container list (inline-size < 940px) {
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
      grid-template-columns: minmax(0, 1fr) auto auto;
      gap: 10px 20px;
      padding: var(--_space) var(--_inset);
    }

    tbody + .item,
    .bones + .bones {
      border-block-start: 1px solid var(--_line);
    }

    .bones > * {
      block-size: 2em;
    }

    .request,
    .status {
      grid-area: 1 / 1 / auto / -1;
    }

    .request > .main {
      min-block-size: 1.7em;
      padding-inline-end: 11em;
      font-size: 1.0667em;
    }

    .status {
      justify-self: end;
    }

    .due {
      grid-column: 1 / -1;
    }

    /* It stands beneath the request's number; and that nothing is due need not be seen. */
    .carrier,
    .due:not(:has(.deadline, i)) {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .details {
      grid-column: 3;
      place-self: end;
    }

    .toolbar > select {
      flex: 1 1 9em;
    }
  }

  @container list (inline-size < 760px) {
    .switch {
      flex: 1 0 100%;
    }

    .switch > button {
      flex: 1;
    }
  }

  @container list (inline-size < 325px) {
    .status,
    .foc,
    .quantity,
    .details {
      grid-area: auto / 1 / auto / -1;
      justify-self: start;
    }

    .request > .main {
      padding: 0;
    }

    .switch > button {
      padding-inline: 0.3em;
    }
  }

  @container list (560px <= inline-size < 940px) {
    tbody > tr {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
    }

    .foc > :not(.label) {
      display: inline;
    }
  }
`;
