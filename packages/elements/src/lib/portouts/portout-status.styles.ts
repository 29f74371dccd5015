import { css } from 'lit';
import { chipStyles } from '../internal/chip.styles.ts';

/** What a request is and by when something is due: a tone and a drawing that go with the words. */
export const portOutStatusStyles = [
  chipStyles,
  css`
    .left {
      display: inline-flex;
      gap: 5px;
      align-items: center;
      font-weight: 550;
      font-variant-numeric: tabular-nums;
    }

    .deadline > .sub {
      display: block;
    }

    .soon > .left {
      color: var(--_warning);
    }

    .passed > .left {
      color: var(--_negative);
      font-weight: 650;
    }
  `,
];
