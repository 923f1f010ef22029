import { css } from 'lit';

/**
 * Black on white whatever the page, the theme and the system say: a scanner does not read the
 * reverse (reference, section 5.1). The white round it is part of the drawing.
 */
export const qrCodeStyles = css`
  :host {
    display: inline-block !important;
    max-inline-size: 100%;
    line-height: 0 !important;
    forced-color-adjust: none;
  }

  :host([hidden]) {
    display: none !important;
  }

  svg {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--mfa-radius, 10px);
    background: #fff;
    shape-rendering: crispEdges;
    forced-color-adjust: none;
  }

  /* Paper outlives the secret (C12). */
  @media print {
    :host {
      display: none !important;
    }
  }
`;
