import { css } from 'lit';

/** The pair of fields, and the list that it fills. */
export const numberEntryStyles = css`
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
    gap: 14px 16px;
    align-items: start;
    padding: 20px var(--_inset);
  }

  /* In line with the fields, whose labels stand above them. */
  .entry > :is(.button, .acts) {
    margin-block-start: calc(var(--_small) * 1.45 + 4px);
  }

  .entry > .button {
    min-block-size: 2.5em;
  }

  .box {
    position: relative;
    display: block;
  }

  .box > .control {
    padding-inline-end: 2.2em;
  }

  /* The number is written from left to right in every language, and so is its end. */
  .box > .confirmed {
    position: absolute;
    inset-block: 0;
    right: 0.7em;
    display: flex;
    align-items: center;
    font-size: 1.1em;
    pointer-events: none;
  }

  .offer {
    border-block-start: 1px solid var(--_line);
    background: color-mix(in srgb, var(--_info) 7%, var(--_surface));
  }

  .offer > .icon {
    color: var(--_info);
  }

  .listed {
    border-block-start: 1px solid var(--_line);
  }

  .listed.none {
    padding: 20px var(--_inset);
    color: var(--_muted);
  }

  .listed:focus,
  .saving:focus,
  .review-head:focus,
  .result-head:focus {
    outline: none;
  }

  .list-head {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    align-items: center;
    padding: 10px var(--_inset);
    border-block-end: 1px solid var(--_line);
    background: var(--_hover);
  }

  .list-head > :last-child {
    margin-inline: auto -10px;
  }

  .count {
    margin-inline-start: 6px;
    color: var(--_muted);
    font-weight: 550;
  }

  .removed {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
  }

  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .listing:not(.edited) {
    display: grid;
    grid-template-columns: minmax(9em, 1fr) minmax(0, 1.4fr) auto;
    gap: 2px 16px;
    align-items: center;
    padding: calc(var(--_space) - 5px) var(--_inset);
  }

  .listing + .listing {
    border-block-start: 1px solid var(--_line);
  }

  .listing > .main {
    font-weight: 600;
  }

  .listing > .purpose > .icon {
    margin-inline-end: 5px;
    color: var(--_warning);
    vertical-align: -0.18em;
  }

  .listing > p {
    grid-column: 1 / -1;
  }

  .listing .acts {
    gap: 0;
    margin-inline-end: -10px;
  }

  .edited {
    background: var(--_hover);
  }

  .edited .acts {
    gap: 8px;
    margin-inline-end: 0;
  }

  @container importer (inline-size < 640px) {
    .entry {
      grid-template-columns: minmax(0, 1fr);
    }

    .entry > :is(.button, .acts) {
      margin-block-start: 0;
    }

    .listing:not(.edited) {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .listing > .purpose {
      grid-row: 2;
    }

    .listing > .acts {
      grid-row: 1 / 3;
      grid-column: 2;
    }
  }
`;
