import { css } from 'lit';

/** What happened, the newest first: a line with a dot for each event, in the tones of chips. */
export const timelineStyles = css`
  .timeline {
    margin-block-start: 10px;
  }

  :where(.event) {
    --_tone: var(--_muted);
  }

  .event {
    position: relative;
    padding-block-end: 18px;
    padding-inline-start: 36px;
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

  @media (forced-colors: active) {
    .event::before {
      background: GrayText;
    }
  }
`;
