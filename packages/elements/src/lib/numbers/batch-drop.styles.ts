import { css } from 'lit';

/** Where a file is dropped or chosen, and its rules. */
export const batchDropStyles = css`
  .drop {
    display: grid;
    gap: 8px;
    place-content: center;
    place-items: center;
    min-block-size: 12em;
    margin: 20px var(--_inset);
    padding: 24px 16px;
    border: 1.5px dashed color-mix(in srgb, var(--_text) 36%, var(--_surface));
    border-radius: var(--_radius);
    color: var(--_muted);
    text-align: center;
    overflow-wrap: anywhere;
  }

  .drop > .icon {
    inline-size: 28px;
    block-size: 28px;
    stroke-width: 1;
  }

  .drop-words > b {
    color: var(--_text);
    font-weight: 600;
  }

  .drop.over {
    border-color: var(--_accent);
    border-style: solid;
    background: color-mix(in srgb, var(--_accent) 7%, var(--_surface));
  }

  progress {
    inline-size: min(20em, 100%);
    block-size: 8px;
    accent-color: var(--_accent);
  }

  .body > [role='alert'] > .trouble {
    border-block-start: 1px solid var(--_line);
  }

  .rules {
    display: grid;
    gap: 10px;
    justify-items: start;
    padding: 16px var(--_inset) 20px;
    border-block-start: 1px solid var(--_line);
  }

  [role='alert']:has(> .trouble) + .rules {
    border-block-start: 0;
  }

  .rules > p {
    max-inline-size: 72ch;
  }

  summary {
    min-block-size: 24px;
    color: var(--_accent);
    font-weight: 550;
    cursor: pointer;
  }

  .words {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(15em, 1fr));
    gap: 4px 20px;
    padding-block: 8px;
  }

  details:has(.words) {
    inline-size: 100%;
  }

  @media (pointer: coarse) {
    summary {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .drop.over {
      border-color: Highlight;
    }
  }
`;
