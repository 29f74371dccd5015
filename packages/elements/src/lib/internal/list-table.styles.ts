import { css } from 'lit';

/** A list as a table; in columns where there is room for them, else each item as a card, by whoever sets the columns. */
export const listTableStyles = css`
  .frame {
    container: list / inline-size;
    position: relative;
    overflow: clip;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  /* Each row by itself: a table would lay all its rows out again for every one that comes in. */
  :is(thead, tbody) {
    display: block;
  }

  /* Rows that are moving are seen in another order than that of the tree. */
  table {
    display: flex;
    flex-direction: column;
  }

  tr {
    display: grid;
  }

  tbody {
    contain: layout style;
  }

  th,
  td {
    min-inline-size: 0;
    padding: 0;
    font-weight: 400;
    text-align: start;
  }

  span:is(.main, .sub) {
    display: block;
    overflow-wrap: anywhere;
  }

  .sub a {
    display: inline-block;
  }

  .failed {
    display: flex;
    gap: 6px;
    align-items: center;
    color: var(--_negative);
    font-weight: 600;
  }

  :is(button.quiet, .copy) {
    padding: 4px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: var(--_muted);
    font-size: var(--_small);
  }

  .copy {
    inline-size: calc(1.1em + 8px);
    block-size: calc(1.1em + 8px);
  }

  :is(.drawn, .copy) {
    margin-block: -4px;
    line-height: 0;
    vertical-align: middle;
  }

  .more {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 14px var(--_inset);
    border-block-start: 1px solid var(--_line);
    text-align: center;
  }

  .bones i {
    display: block;
    inline-size: 60%;
    block-size: 0.75em;
    margin-block: 0.35em;
    border-radius: 4px;
    background: color-mix(in srgb, var(--_text) 9%, var(--_surface));
  }

  @media (prefers-reduced-motion: no-preference) {
    .bones i {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
  }

  @media (forced-colors: active) {
    .bones i {
      background: GrayText;
    }
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`;
