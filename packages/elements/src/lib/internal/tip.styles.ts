import { css } from 'lit';

/** A tip. The room around its bubble belongs to it, so that a pointer gets there without leaving it. */
export const tipStyles = css`
  .has-tip {
    cursor: help;
  }

  .tip {
    position: fixed;
    inset: auto;
    inline-size: max-content;
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
    box-shadow:
      0 1px 2px rgb(0 0 0 / 8%),
      0 8px 24px rgb(0 0 0 / 14%);
    font-size: 0.9333em;
    font-weight: 400;
    text-align: start;
    white-space: normal;
  }

  .bubble .title {
    color: var(--_muted);
    font-size: 0.9286em;
  }

  .bubble .of {
    margin-block-start: 6px;
    color: var(--_muted);
  }

  .bubble .strong {
    font-weight: 600;
  }

  .bubble .passed {
    color: var(--_warning);
  }

  @media (prefers-reduced-motion: no-preference) {
    .tip:popover-open {
      animation: tip 0.12s ease-out;
    }
  }

  @keyframes tip {
    from {
      opacity: 0;
    }
  }
`;
