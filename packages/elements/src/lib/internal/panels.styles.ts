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
    margin-block: 8px 4px;
  }

  .panel > .icon {
    inline-size: 44px;
    block-size: 44px;
    margin-block-end: 4px;
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: 50%;
    background: var(--_hover);
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 10px var(--_inset);
    border-block-end: 1px solid var(--_line);
    background: color-mix(in srgb, var(--_warning) 8%, var(--_surface));
  }

  .notice > .icon {
    color: var(--_warning);
  }

  .notice > div {
    flex: 1 1 16em;
  }
`;
