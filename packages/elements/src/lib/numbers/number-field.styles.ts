import { css } from 'lit';

/** Fields, what is said about them, and buttons. */
export const numberFieldStyles = css`
  .field {
    min-inline-size: 0;
  }

  .field > label {
    display: block;
    margin-block-end: 4px;
    font-size: var(--_small);
    font-weight: 550;
  }

  .account > label {
    margin: 0;
    font-weight: 400;
  }

  .control {
    inline-size: 100%;
    min-block-size: 2.5em;
    padding: 0.35em 0.7em;
    border: 1px solid color-mix(in srgb, var(--_text) 46%, var(--_surface));
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }

  .control[aria-invalid='true'] {
    border-color: var(--_negative);
  }

  .state:empty {
    display: none;
  }

  .state,
  .field > .sub {
    margin-block-start: 4px;
  }

  .fine,
  .confirmed {
    color: var(--_positive);
  }

  .wrong,
  .failed {
    color: var(--_negative);
  }

  .odd {
    color: var(--_warning);
  }

  :is(.wrong, .odd, .fine, .failed) > .icon {
    margin-inline-end: 5px;
    vertical-align: -0.18em;
  }

  .account.failed {
    flex-wrap: wrap;
  }

  .small {
    min-block-size: 2em;
    padding: 0.2em 0.75em;
    font-size: var(--_small);
  }

  .small > .icon {
    margin-inline-end: 6px;
    vertical-align: -0.18em;
  }

  .quiet {
    border-color: transparent;
    background: none;
    color: var(--_accent);
  }

  .primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_surface);
  }

  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }

  .primary[aria-disabled='true'] {
    border-color: color-mix(in srgb, var(--_text) 22%, var(--_surface));
    background: var(--_hover);
    color: var(--_muted);
    cursor: not-allowed;
  }

  .suggestion {
    margin-block-start: 6px;
  }

  .choice {
    display: inline-flex;
    gap: 8px;
    align-items: baseline;
    min-block-size: 24px;
  }

  .choice > input {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    translate: 0 0.2em;
    accent-color: var(--_accent);
  }
`;
