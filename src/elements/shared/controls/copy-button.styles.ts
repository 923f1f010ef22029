import { css } from 'lit';

/** What a copy button says. Never display:none: the live region stands before its text does (A8). */
export const copyButtonStyles = css`
  .copy-outcome {
    font-weight: 600;
  }

  .copy-outcome--copied {
    color: var(--_color-success);
  }
`;
