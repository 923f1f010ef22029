import { css } from 'lit';

/**
 * Styles the QR code black on white in every page, theme and system setting: scanners do not read an
 * inverted code (reference, section 5.1). The white around it is part of the drawing.
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

  /* The drawing, and the space reserved for it. */
  svg {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
  }

  [part='image'] {
    /* The page's corners do not cut into the code itself. */
    border-radius: min(var(--mfa-radius, 10px), 16px);
    background: #fff;
    forced-color-adjust: none;
  }

  /* The secret must not be printed (C12). */
  @media print {
    :host {
      display: none !important;
    }
  }
`;
