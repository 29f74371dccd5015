import { css } from 'lit';

/** What an order is and what there is to do: a tone and a drawing that go with the words. */
export const orderStatusStyles = css`
  .action .main,
  .failed {
    display: flex;
    gap: 6px;
    align-items: center;
    color: var(--_warning);
    font-weight: 600;
  }

  .failed {
    color: var(--_negative);
  }

  .action.none {
    color: var(--_muted);
  }

  .chip {
    --_tone: var(--_muted);

    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 5px;
    margin-block: -2px;
    padding: 2px 10px 2px 8px;
    border: 1px solid color-mix(in srgb, var(--_tone) 26%, transparent);
    border-radius: 999px;
    background: color-mix(in srgb, var(--_tone) 8%, var(--_surface));
    color: var(--_tone);
    font-size: var(--_small);
    font-weight: 550;
    line-height: 1.5;
    white-space: nowrap;
  }

  .chip:dir(rtl) {
    padding-inline: 8px 10px;
  }

  .info {
    --_tone: var(--_info);
  }

  .warning {
    --_tone: var(--_warning);
  }

  .positive {
    --_tone: var(--_positive);
  }

  .has-tip > span {
    text-decoration: underline dotted;
    text-underline-offset: 0.22em;
  }

  .has-tip:hover {
    border-color: currentColor;
  }
`;
