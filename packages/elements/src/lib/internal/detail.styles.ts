import { css } from 'lit';
import { timelineStyles } from './timeline.styles.ts';

/** The page of one thing: what it stands on, its name, what there is to know, what happened, and what is there before it. */
export const detailStyles = [
  css`
    .frame {
      position: relative;
      overflow: clip;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      font-variant-numeric: tabular-nums;
      overflow-wrap: break-word;
    }

    .title {
      font-size: 1.3333em;
      font-weight: 650;
      line-height: 1.25;
      overflow-wrap: anywhere;
    }

    .copy {
      display: inline-flex;
      gap: 5px;
      align-items: center;
      margin-inline: -8px;
      padding: 2px 8px;
      border: 0;
      background: none;
    }

    .copy,
    summary {
      min-block-size: 24px;
      border-radius: var(--_radius-control);
      color: var(--_accent);
      font-size: var(--_small);
      font-weight: 550;
    }

    .facts {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(8.5em, 1fr));
      gap: 14px 24px;
      margin: 0;
      padding: 16px var(--_inset) 18px;
      border-block-start: 1px solid var(--_line);
    }

    .facts dd {
      margin: 2px 0 0;
    }

    .heading {
      font-weight: 600;
    }

    ol,
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    .bones {
      display: grid;
      gap: 18px;
      padding: 24px var(--_inset);
    }

    .bones i {
      block-size: 0.8em;
      inline-size: 70%;
      border-radius: 4px;
      background: color-mix(in srgb, var(--_text) 9%, var(--_surface));
    }

    .bones :nth-child(even) {
      inline-size: 45%;
    }

    @media (pointer: coarse) {
      .copy,
      summary {
        min-block-size: 44px;
      }
    }

    @media (prefers-reduced-motion: no-preference) {
      .bones {
        animation: breathe 1.6s ease-in-out infinite alternate;
      }
    }

    @media (forced-colors: active) {
      .bones i {
        background: GrayText;
      }
    }

    @keyframes breathe {
      to {
        opacity: 0.45;
      }
    }
  `,
  timelineStyles,
];
