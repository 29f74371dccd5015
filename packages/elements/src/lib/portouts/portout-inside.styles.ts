import { css } from 'lit';

/** The way back from a request that is open, as the first line of what the list stands on. */
export const portOutInsideStyles = css`
  .way {
    padding: 6px calc(var(--_inset) - 12px);
    border-block-end: 1px solid var(--_line);
  }

  .back {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: 36px;
    padding: 0 12px;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: var(--_accent);
    font-weight: 550;
  }

  .back:hover {
    background: var(--_hover);
  }

  .back > .icon:dir(rtl) {
    scale: -1 1;
  }

  .inside:focus {
    outline: 0;
  }

  .inside > .failed {
    padding: 20px var(--_inset);
  }

  @media (pointer: coarse) {
    .back {
      min-block-size: 44px;
    }
  }
`;
