import { css } from 'lit';

/** What stands above a list: a search, the sort, the ways to the tools. */
export const listToolbarStyles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 12px var(--_inset);
    border-block-end: 1px solid var(--_line);
  }

  .search {
    position: relative;
    display: flex;
    flex: 1 1 14em;
    align-items: center;
  }

  .search > .icon {
    position: absolute;
    inset-inline-start: 0.7em;
    color: var(--_muted);
    pointer-events: none;
  }

  input,
  select.button {
    min-inline-size: 0;
    font: inherit;
  }

  :is(select, input).button {
    max-inline-size: 100%;
    padding-inline: 0.6em;
    font-weight: 400;
    cursor: pointer;
  }

  input[type='search'] {
    flex: 1;
    min-block-size: 2.4em;
    padding-inline: 2.4em 0.6em;
    border: 1px solid color-mix(in srgb, var(--_text) 32%, var(--_surface));
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: inherit;
  }

  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .tool {
    display: inline-flex;
    gap: 6px;
    align-items: center;
  }

  .tool b {
    display: inline-block;
    min-inline-size: 1.5em;
    margin-inline-start: 2px;
    border-radius: 999px;
    background: var(--_accent);
    color: var(--_surface);
    font-size: var(--_small);
    text-align: center;
  }

  @container list (inline-size < 820px) {
    .tool > span {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }

  @media (pointer: coarse) {
    input[type='search'] {
      min-block-size: 44px;
    }
  }
`;
