import { css } from 'lit';

/** What of the port-outs nobody needs to see in order to read: how they answer to a pointer, and whom to turn to. */
export const portOutListLaterStyles = css`
  .views > button:hover {
    color: var(--_text);
  }

  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 86%, var(--_text));
  }

  .help {
    padding: 0 var(--_inset) 16px;
    text-align: center;
  }

  .panel + .help {
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }

  @container list (inline-size >= 940px) {
    .item:hover > tr {
      background: var(--_hover);
    }
  }

  @media (forced-colors: active) {
    .views > button {
      border-color: Canvas;
    }

    :is(.switch, .views) > [aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .item:has(.passed) {
      outline: 1px solid Mark;
      outline-offset: -2px;
    }
  }
`;
