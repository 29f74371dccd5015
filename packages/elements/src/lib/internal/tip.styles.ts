import { css } from 'lit';

/** A tip. The room around its bubble belongs to it, so that a pointer gets there without leaving it. */
export const tipStyles = css`
  .has-tip {
    cursor: help;
  }

  .tip {
    inset: auto;
    max-inline-size: min(22rem, 100vw - 16px);
    margin: 0;
    padding: 6px 0;
    overflow: visible;
    border: 0;
    background: none;
    color: var(--_text);
  }

  .bubble {
    display: grid;
    gap: 4px;
    max-block-size: min(24rem, 100vh - 28px);
    padding: 12px 14px;
    overflow: auto;
    border: 1px solid color-mix(in srgb, var(--_text) 14%, var(--_surface));
    border-radius: var(--_radius-control);
    background: var(--_surface);
    box-shadow: 0 8px 24px rgb(0 0 0 / 16%);
  }

  .bubble b {
    font-weight: 600;
  }

  .passed {
    color: var(--_warning);
  }
`;
