import { css } from 'lit';

/** What is done to a number, in its row or below it. */
export const numberFormStyles = css`
  .act {
    display: grid;
    gap: 10px;
    justify-items: start;
    max-inline-size: 64ch;
  }

  .form {
    background: var(--_hover);
  }

  .form > td {
    grid-column: 1 / -1;
    border-inline-start: 3px solid var(--_accent);
  }

  .act select {
    inline-size: 100%;
  }

  .act label {
    display: grid;
    gap: 6px;
    justify-items: start;
  }

  .form select {
    inline-size: auto;
    min-inline-size: min(20em, 100%);
  }

  .form .main {
    font-weight: 600;
  }

  .act > :empty,
  .act > #silenced:not(:has(*)),
  .act > .notes:not(:has(*)),
  #consequence:not(:has(*)) {
    display: none;
  }

  .warns,
  .notes > .failed {
    display: flex;
    gap: 8px;
    align-items: baseline;
    font-size: var(--_small);
    font-weight: 500;
  }

  .warns {
    color: var(--_warning);
  }

  :is(.warns, .notes > .failed) > .icon {
    translate: 0 0.18em;
  }

  .ends {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .ends > .button {
    min-block-size: 2.2em;
    font-size: var(--_small);
  }

  .grave,
  .grave:hover {
    border-color: var(--_negative);
    background: var(--_negative);
    color: var(--_surface);
  }

  .grave:hover {
    background: color-mix(in srgb, var(--_negative) 86%, var(--_text));
  }

  .ends > [aria-disabled='true'] {
    opacity: 0.75;
    color: var(--_surface);
  }

  @media (pointer: coarse) {
    .ends > .button,
    .act select {
      min-block-size: 44px;
    }
  }
`;
