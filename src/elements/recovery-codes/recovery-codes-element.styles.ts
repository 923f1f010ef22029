import { css } from 'lit';

/** Two columns of codes where there is room, in figures of equal width. */
export const recoveryCodesStyles = css`
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: calc(var(--_space) * 2) calc(var(--_space) * 6);
    margin: 0 0 calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4);
    list-style: none;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    background: var(--_color-surface-soft);
  }

  .code {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    letter-spacing: 0.04em;
    overflow-wrap: anywhere;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }
`;
