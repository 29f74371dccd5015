import { css } from 'lit';

/** A review stands on what its list stands on, and needs nothing of its own around it. */
export const insideFrameStyles = css`
  .frame {
    border: 0;
    border-radius: 0;
  }
`;
