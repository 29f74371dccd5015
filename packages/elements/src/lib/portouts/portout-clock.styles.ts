import { css } from 'lit';

/** The time that is left, and each clock with its moment. */
export const portOutClockStyles = css`
  .clock {
    --_tone: var(--_info);

    display: grid;
    gap: 14px 40px;
    padding: 16px var(--_inset);
    border-block: 1px solid color-mix(in srgb, var(--_tone) 22%, var(--_line));
    border-inline-start: 4px solid var(--_tone);
    background: color-mix(in srgb, var(--_tone) 6%, var(--_surface));
  }

  .clock.soon {
    --_tone: var(--_warning);
  }

  .clock.passed {
    --_tone: var(--_negative);
  }

  .time {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 12px;
  }

  .time > .icon {
    inline-size: 1.7em;
    block-size: 1.7em;
    margin-block-start: 1px;
    color: var(--_tone);
  }

  .time > p {
    align-self: center;
  }

  .time b {
    font-weight: 600;
  }

  .big {
    color: var(--_tone);
    font-size: 1.4667em;
    font-weight: 650;
    line-height: 1.25;
    font-variant-numeric: tabular-nums;
  }

  .big time {
    white-space: nowrap;
  }

  .moments .sub {
    display: flex;
    flex-wrap: wrap;
    gap: 0 24px;
    align-items: center;
  }

  .moments .copy {
    font-size: 1em;
  }

  .moments dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 3px 16px;
    margin: 0 0 6px;
  }

  .moments dl > div {
    display: contents;
  }

  .moments dt {
    color: var(--_muted);
  }

  .moments dd {
    margin: 0;
  }

  .over {
    margin-inline-start: 4px;
    color: var(--_negative);
    font-size: var(--_small);
    font-weight: 550;
  }

  @container review (inline-size >= 720px) {
    .clock {
      grid-template-columns: minmax(0, 1.25fr) minmax(18em, 1fr);
    }
  }

  @media (forced-colors: active) {
    .time > .icon {
      color: CanvasText;
    }
  }
`;
