import { css } from 'lit';

/** What of a page of one thing nobody needs to see in order to read: how it answers to a pointer, and what is news. */
export const detailLaterStyles = css`
  .copy:hover,
  summary:hover {
    background: var(--_hover);
    text-decoration: underline;
  }

  @media (prefers-reduced-motion: no-preference) {
    /* What is pale on the surface would be too pale on its mixture with the accent. */
    .fresh {
      --_muted: var(--_text);
      animation: fresh 2.4s ease-out;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .fresh > .what {
      text-decoration: underline;
    }
  }

  @keyframes fresh {
    from {
      background: color-mix(in srgb, var(--_accent) 16%, var(--_surface));
    }
  }
`;
