import { css } from 'lit';

/** The lines of an order, which are there once somebody opens them. */
export const orderLineStyles = css`
  .lines:hover {
    text-decoration: underline;
  }

  .lines[aria-expanded='true']::before {
    rotate: 180deg;
  }

  @container list (inline-size >= 760px) {
    .line > * {
      padding-block: 8px;
    }

    .line:last-child > * {
      padding-block-end: var(--_space);
    }

    .line > .number {
      position: relative;
      padding-inline-start: calc(var(--_inset) + 14px);
    }

    .line > .number::before {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline-start: calc(var(--_inset) + 2px);
      inline-size: 2px;
      background: var(--_line);
    }
  }

  @container list (inline-size < 760px) {
    .line > .extra {
      display: none;
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
  }
`;
