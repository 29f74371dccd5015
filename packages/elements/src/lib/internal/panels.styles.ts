import { css } from 'lit';

/** What stands in place of data, and what is said beside it. */
export const panelStyles = css`
  .panel {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 56px var(--_inset);
    color: var(--_muted);
    text-align: center;
    text-wrap: balance;
  }

  .panel > p {
    max-inline-size: 48ch;
  }

  .panel > .title {
    color: var(--_text);
    font-size: 1.0667em;
    font-weight: 600;
  }

  .panel > .button {
    margin-block-start: 8px;
  }

  .picture {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin-block-end: 4px;
    border: 1px solid var(--_line);
    border-radius: 50%;
    background: var(--_hover);
    font-size: 1.2em;
  }

  .quote {
    font-size: var(--_small);
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 10px var(--_inset);
    border-block-end: 1px solid var(--_line);
    background: color-mix(in srgb, var(--_warning) 7%, var(--_surface));
    font-size: 0.9333em;
  }

  .notice > .icon {
    color: var(--_warning);
  }

  .notice > div {
    flex: 1 1 16em;
  }

  .notice .quote {
    color: var(--_muted);
  }
`;
