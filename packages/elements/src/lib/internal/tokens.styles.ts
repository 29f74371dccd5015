import { css } from 'lit';

/**
 * What a brand may set, with what holds where it sets nothing. Public tokens are only read: one that is declared
 * here could not be set by a wrapper around the widget. `light-dark()` follows the page's `color-scheme`.
 */
export const tokens = css`
  :host {
    --_accent: var(--nd-color-accent, light-dark(#1f5ea8, #9dc4fb));
    --_surface: var(--nd-color-surface, light-dark(#fff, #15181d));
    --_text: var(--nd-color-text, light-dark(#1a1d23, #e8eaef));
    --_muted: var(--nd-color-muted, light-dark(#59616e, #a5adbb));
    --_line: var(--nd-color-line, light-dark(#e3e6eb, #2b3038));
    --_hover: var(--nd-color-hover, light-dark(#f7f8fa, #1b1f25));
    --_info: var(--nd-color-info, light-dark(#1f5ea8, #9dc4fb));
    --_warning: var(--nd-color-warning, light-dark(#874a00, #f0bd6e));
    --_positive: var(--nd-color-positive, light-dark(#17663d, #7fd1a1));
    --_negative: var(--nd-color-negative, light-dark(#b3261e, #ff9f97));
    --_radius: var(--nd-radius-panel, 10px);
    --_radius-control: var(--nd-radius-control, 6px);
    --_space: var(--nd-space-cell, 14px);
    --_inset: 20px;
    --_small: 0.8667em;

    display: block;
    color: var(--_text);
    font-family: var(--nd-font-family, inherit);
    font-size: var(--nd-font-size, 0.9375rem);
    line-height: 1.45;
    text-align: start;
  }

  :host([hidden]) {
    display: none;
  }

  * {
    box-sizing: border-box;
  }

  p {
    margin: 0;
  }

  a {
    color: var(--_accent);
    text-underline-offset: 0.18em;
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }

  .sub {
    color: var(--_muted);
    font-size: var(--_small);
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .icon {
    flex: none;
    overflow: visible;
    inline-size: 1.1em;
    block-size: 1.1em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  button {
    font: inherit;
    cursor: pointer;
  }

  .button {
    min-block-size: 2.4em;
    padding: 0.4em 1em;
    border: 1px solid color-mix(in srgb, var(--_text) 32%, var(--_surface));
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_text);
    font-weight: 550;
  }

  .button:hover {
    background: var(--_hover);
  }

  .button[aria-disabled='true'] {
    color: var(--_muted);
    cursor: progress;
  }

  .code {
    font-family: ui-monospace, monospace;
    font-size: 0.93em;
    overflow-wrap: anywhere;
  }

  @media (pointer: coarse) {
    .button {
      min-block-size: 44px;
    }
  }
`;
