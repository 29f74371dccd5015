import { css } from 'lit';
import { chipStyles } from '../internal/chip.styles.ts';

/** What an order is and what there is to do: a tone and a drawing that go with the words. */
export const orderStatusStyles = [
  chipStyles,
  css`
    .action .main {
      display: flex;
      gap: 6px;
      align-items: center;
      color: var(--_warning);
      font-weight: 600;
    }

    .action.none {
      color: var(--_muted);
    }

    /* What is on its way has no drawing. */
    .info {
      padding-inline: 10px;
    }

    .chip.has-tip {
      text-decoration: underline dotted;
      text-underline-offset: 0.22em;
    }

    .has-tip:hover {
      border-color: currentColor;
    }
  `,
];
