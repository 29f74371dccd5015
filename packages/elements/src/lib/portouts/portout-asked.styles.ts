import { css } from 'lit';

/** What was submitted beside whether it matches, and the numbers. */
export const portOutAskedStyles = css`
  .tally {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 2px 16px;
    margin-block-start: 6px;
  }

  .asked {
    margin: 4px 0 0;
  }

  .row {
    display: grid;
    grid-template-columns: minmax(7em, 0.8fr) minmax(0, 1.4fr) minmax(0, 1fr);
    gap: 0 16px;
    align-items: baseline;
    margin-inline: calc(-1 * var(--_inset));
    padding: 7px var(--_inset);
  }

  .row + .row {
    border-block-start: 1px solid var(--_line);
  }

  .row.headings {
    padding-block: 8px 6px;
    color: var(--_muted);
    font-size: var(--_small);
  }

  .row.differs {
    background: color-mix(in srgb, var(--_negative) 6%, var(--_surface));
    box-shadow: inset 3px 0 var(--_negative);
  }

  .row.differs:dir(rtl) {
    box-shadow: inset -3px 0 var(--_negative);
  }

  .row dt {
    color: var(--_muted);
  }

  .row dd {
    margin: 0;
  }

  .tone > .icon {
    translate: 0 0.16em;
  }

  .numbers-head {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 20px;
    align-items: center;
    margin-block-end: 6px;
  }

  .numbers {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(9.5em, 1fr));
    gap: 4px 16px;
    outline-offset: 4px;
  }

  .numbers .tone {
    display: block;
    font-weight: 400;
  }

  .more-numbers {
    margin-block-start: 12px;
  }

  @container review (inline-size < 640px) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .row dt {
      grid-column: 1 / -1;
      font-size: var(--_small);
    }

    .row.headings {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .row.differs {
      border-inline-start: 3px solid Mark;
    }
  }
`;
