import { css } from 'lit';

/** What opens below the toolbar of a list. */
export const listToolStyles = css`
  .button[aria-expanded='true'] {
    border-color: var(--_accent);
    color: var(--_accent);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
    align-items: end;
    padding: 12px var(--_inset);
    border-block-end: 1px solid var(--_line);
    background: var(--_hover);
  }

  .tools > p {
    flex-basis: 100%;
  }

  .tools label > .sub {
    display: block;
    margin-block-end: 4px;
  }

  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 4px;
    padding: 0;
  }

  .choice {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: 2.4em;
  }

  .choice > input {
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    accent-color: var(--_accent);
  }

  @media (pointer: coarse) {
    .choice {
      min-block-size: 44px;
    }
  }
`;
