import { css } from 'lit';

/** How far saving is, and what became of it. */
export const batchResultStyles = css`
  .saving {
    display: grid;
    gap: 12px;
    justify-items: center;
    padding: 40px var(--_inset);
    text-align: center;
  }

  .saving > progress {
    inline-size: min(26em, 100%);
  }

  .saving .notice {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    text-align: start;
  }

  .pending {
    padding: 10px var(--_inset);
    border-block-start: 1px solid var(--_line);
  }

  .move,
  .download {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 14px var(--_inset);
    border-block-start: 1px solid var(--_line);
  }

  .move > .confirmation {
    justify-self: stretch;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
  }

  .download > .drop {
    justify-self: stretch;
    min-block-size: 8em;
    margin: 0;
  }

  .losses > li {
    display: flex;
    gap: 6px;
    align-items: center;
    color: var(--_warning);
  }
`;
