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

  /* The drawing, and the place that is kept for it. */
  svg {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
  }

  [part='image'] {
    /* Of the drawing itself the page's corners take nothing. */
    border-radius: min(var(--mfa-radius, 10px), 16px);
    background: #fff;
    forced-color-adjust: none;
  }

  /* Paper outlives the secret (C12). */
  @media print {
    :host {
      display: none !important;
    }
  }
`;
