import { css } from 'lit';

/** Styles the result of a copy. Never display:none: a live region has to exist before its text (A8). */
export const copyButtonStyles = css`
  .copy-outcome {
    font-weight: 600;
  }

  .copy-outcome--copied {
    color: var(--_color-success);
  }
`;
