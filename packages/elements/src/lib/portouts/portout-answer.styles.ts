import { css } from 'lit';

/** What is filled in for an answer, the rejections and their verdicts, notes, and the tools. */
export const portOutAnswerStyles = css`
  .form {
    display: grid;
    gap: 14px;
    justify-items: start;
    padding: 18px var(--_inset) 20px;
    border-block-start: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    background: var(--_hover);
  }

  .form > * {
    max-inline-size: 68ch;
  }

  .form:focus {
    outline: none;
  }

  .form > .heading {
    font-size: 1.0667em;
  }

  .field {
    inline-size: 100%;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .field > :is(label, legend) {
    display: block;
    padding: 0;
    font-weight: 550;
  }

  .field > .sub {
    margin-block-end: 2px;
  }

  .control {
    inline-size: 100%;
    min-block-size: 2.5em;
    margin-block-start: 4px;
    padding: 0.4em 0.7em;
    border: 1px solid color-mix(in srgb, var(--_text) 46%, var(--_surface));
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }

  textarea.control {
    display: block;
    resize: vertical;
  }

  .control.date,
  select.control {
    inline-size: auto;
    max-inline-size: 100%;
  }

  .control[aria-invalid='true'] {
    border-color: var(--_negative);
    box-shadow: 0 0 0 1px var(--_negative);
  }

  .problems > .wrong {
    margin-block-start: 4px;
  }

  :is(.wrong, .failed, .warns) {
    display: flex;
    gap: 7px;
    align-items: baseline;
    font-size: var(--_small);
    font-weight: 550;
  }

  :is(.wrong, .failed, .warns) > .icon {
    translate: 0 0.18em;
  }

  :is(.wrong, .failed) {
    color: var(--_negative);
  }

  .warns {
    color: var(--_warning);
  }

  .part-failed {
    padding: 0 var(--_inset) 16px;
  }

  .ticks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(10.5em, 1fr));
    gap: 2px 16px;
    margin-block-start: 4px;
  }

  .choice {
    display: inline-flex;
    gap: 8px;
    align-items: baseline;
    min-block-size: 28px;
  }

  .choice > input {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
    translate: 0 0.2em;
    accent-color: var(--_accent);
  }

  .notice.asks-again {
    flex-wrap: nowrap;
    inline-size: 100%;
    align-items: start;
    padding-inline: 14px;
    border: 1px solid color-mix(in srgb, var(--_warning) 36%, var(--_line));
    border-radius: var(--_radius-control);
  }

  .asks-again > div {
    flex: 1;
  }

  .asks-again > .icon {
    margin-block-start: 0.2em;
  }

  .asks-again .choice {
    margin-block-start: 6px;
  }

  .summary,
  .told {
    display: grid;
    gap: 10px 24px;
    margin: 0;
  }

  .summary {
    inline-size: 100%;
    padding: 14px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_surface);
  }

  :is(.summary, .told) dd {
    margin: 0;
  }

  .notes:not(:has(*)) {
    display: none;
  }

  .ends {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .ends > .quiet {
    border-color: transparent;
    background: none;
    color: var(--_accent);
  }

  .grave,
  .grave:hover {
    border-color: var(--_negative);
    background: var(--_negative);
    color: var(--_surface);
  }

  .grave:hover {
    background: color-mix(in srgb, var(--_negative) 86%, var(--_text));
  }

  .ends > [aria-disabled='true'] {
    border-color: var(--_line);
    background: var(--_hover);
    color: var(--_muted);
  }

  .rejections {
    padding: 16px var(--_inset) 18px;
    border-block-start: 1px solid var(--_line);
  }

  .rejections li {
    display: grid;
    gap: 10px 24px;
    margin-block-start: 10px;
  }

  .rejections li + li {
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }

  .rejections .main {
    font-weight: 550;
  }

  .told {
    margin-block: 6px;
    grid-template-columns: repeat(auto-fit, minmax(10em, auto));
    justify-content: start;
  }

  .verdict {
    align-self: start;
    padding: 10px 14px;
    border-inline-start: 3px solid var(--_tone);
    border-radius: 0 var(--_radius-control) var(--_radius-control) 0;
    background: color-mix(in srgb, var(--_tone) 7%, var(--_surface));
  }

  .verdict:dir(rtl) {
    border-radius: var(--_radius-control) 0 0 var(--_radius-control);
  }

  .note-form {
    display: grid;
    gap: 8px;
    margin-block: 8px 14px;
  }

  .notes-list > li {
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    align-items: center;
    padding: 14px var(--_inset);
    border-block-start: 1px solid var(--_line);
    background: var(--_hover);
  }

  .tools > .button {
    display: inline-flex;
    gap: 7px;
    align-items: center;
    font-size: var(--_small);
  }

  .tools > p {
    margin-inline-start: auto;
  }

  .tool-note:has(*) {
    flex-basis: 100%;
  }

  @container review (inline-size >= 720px) {
    .rejections li {
      grid-template-columns: minmax(0, 1.25fr) minmax(18em, 1fr);
    }
  }

  @media (pointer: coarse) {
    .choice,
    .control {
      min-block-size: 44px;
    }
  }
`;
