import { css } from 'lit';

/** What happened, the newest first: a line with a dot for each event. */
export const portOutTimelineStyles = css`
  .timeline {
    margin-block-start: 10px;
  }

  .event {
    --_tone: var(--_muted);

    position: relative;
    padding-block-end: 18px;
    padding-inline-start: 36px;
  }

  .event.info {
    --_tone: var(--_info);
  }

  .event.warning {
    --_tone: var(--_warning);
  }

  .event.positive {
    --_tone: var(--_positive);
  }

  .event.negative {
    --_tone: var(--_negative);
  }

  .event:last-child {
    padding-block-end: 0;
  }

  .event::before {
    content: '';
    position: absolute;
    inset-block: 2px -2px;
    inset-inline-start: 11px;
    inline-size: 2px;
    background: var(--_line);
  }

  .event:last-child::before {
    display: none;
  }

  .dot {
    position: absolute;
    inset-block-start: -1px;
    inset-inline-start: 0;
    display: grid;
    place-content: center;
    inline-size: 24px;
    block-size: 24px;
    border: 1px solid color-mix(in srgb, var(--_tone) 34%, var(--_surface));
    border-radius: 50%;
    background: color-mix(in srgb, var(--_tone) 8%, var(--_surface));
    color: var(--_tone);
    font-size: 0.8em;
  }

  .what {
    font-weight: 550;
  }

  .said {
    margin-block: 4px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--_line);
    overflow-wrap: anywhere;
  }

  @media (prefers-reduced-motion: no-preference) {
    .fresh {
      animation: fresh 2.4s ease-out;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .fresh > .what,
    .status.fresh {
      text-decoration: underline;
    }
  }

  @media (forced-colors: active) {
    .event::before {
      background: GrayText;
    }
  }

  @keyframes fresh {
    from {
      background: color-mix(in srgb, var(--_accent) 16%, var(--_surface));
    }
  }
`;
