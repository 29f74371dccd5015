import { css } from 'lit';

/** No box: the portal only hands down, `color-scheme` among the rest. */
export const portalStyles = css`
  :host {
    display: contents;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  :host([theme='auto']) {
    color-scheme: light dark;
  }
`;
