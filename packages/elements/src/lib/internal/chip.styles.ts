import { css } from 'lit';

/** A status as a chip: a tone and a drawing that go with the word. */
export const chipStyles = css`
  .chip {
    --_tone: var(--_muted);

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
    vertical-align: top;
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

  .negative {
    --_tone: var(--_negative);
  }
`;
