import { css } from 'lit';

/** Styles the checkbox to remember the device, between the code field and its button. */
export const challengeStyles = css`
  .remember {
    margin-block-start: calc(var(--_space) * 3);
  }

  .remember-label {
    display: inline-flex;
    gap: calc(var(--_space) * 3);
    align-items: center;
    min-block-size: var(--_target);
    font-weight: 600;
    cursor: pointer;
  }

  .remember-label input {
    flex: none;
    inline-size: max(24px, 1.5em);
    block-size: max(24px, 1.5em);
    margin: 0;
    font: inherit;
    accent-color: var(--_color-accent);
  }

  .remember-hint {
    margin: 0;
    color: var(--_color-muted);
    font-size: 0.9375em;
    text-wrap: pretty;
  }
`;
