import { css } from 'lit';

/** The list in columns. */
export const portOutColumnStyles = css`
  @container list (inline-size >= 940px) {
    tr {
      grid-template-columns:
        minmax(0, 1fr) 13em minmax(0, 1.75fr) 8.5em 5.5em minmax(0, 1fr)
        9.75em;
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

    .quantity,
    .details {
      text-align: end;
    }

    .details > .button {
      padding-inline: 0.8em;
    }

    td.details {
      padding-block: calc(var(--_space) - 6px);
    }

    .bones > * {
      block-size: 4em;
    }

    .bones > *,
    .item > tr > * {
      border-block-start: 1px solid var(--_line);
    }

    span.label,
    span.beneath {
      display: none;
    }
  }
`;
