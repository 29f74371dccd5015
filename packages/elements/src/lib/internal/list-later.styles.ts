import { css } from 'lit';

/** What of a list nobody needs to see in order to read: how it answers to a pointer, and what is news. */
export const listLaterStyles = css`
  /* A browser lets a row inherit these, and so looks at its style anew whenever its group is put elsewhere. */
  tr {
    border-color: var(--_line);
    vertical-align: middle;
  }

  :is(button.quiet, .copy):hover {
    background: color-mix(in srgb, var(--_text) 9%, var(--_surface));
    color: var(--_text);
  }

  @media (pointer: coarse) {
    :is(button.quiet, .copy, .lines, .chip.has-tip) {
      position: relative;
    }

    :is(button.quiet, .copy, .lines, .chip.has-tip)::after {
      content: '';
      position: absolute;
      inset-block: calc((100% - 44px) / 2);
      inset-inline: min(0px, (100% - 44px) / 2);
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    /* What is pale on the surface would be too pale on its mixture with the accent. */
    .fresh > tr:not(.form) {
      --_muted: var(--_text);
      animation: fresh 2.4s ease-out;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .fresh > tr:first-child {
      box-shadow: inset 3px 0 var(--_accent);
    }

    .fresh > tr:first-child:dir(rtl) {
      box-shadow: inset -3px 0 var(--_accent);
    }
  }

  @keyframes fresh {
    from {
      background: color-mix(in srgb, var(--_accent) 16%, var(--_surface));
    }
  }
`;
