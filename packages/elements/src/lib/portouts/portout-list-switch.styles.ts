import { css } from 'lit';

/** The two views above the list, and which requests it shows. */
export const portOutSwitchStyles = css`
  .views {
    display: flex;
    gap: 4px;
    padding-inline: calc(var(--_inset) - 12px);
    border-block-end: 1px solid var(--_line);
  }

  :is(.views, .switch) > button {
    border: 0;
    background: none;
    color: var(--_muted);
    font-weight: 550;
  }

  .views > button {
    margin-block-end: -1px;
    padding: 12px;
    border-block-end: 2px solid transparent;
  }

  .views > [aria-pressed='true'] {
    border-color: var(--_accent);
    color: var(--_text);
  }

  .switch {
    display: flex;
    padding: 2px;
    border-radius: calc(var(--_radius-control) + 2px);
    background: color-mix(in srgb, var(--_text) 7%, var(--_surface));
  }

  .switch > button {
    min-block-size: 2.2em;
    padding: 0 0.9em;
    border-radius: var(--_radius-control);
  }

  .switch > [aria-pressed='true'] {
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 0 0 1px var(--_line);
  }

  @media (pointer: coarse) {
    .switch > button {
      min-block-size: 44px;
    }
  }
`;
