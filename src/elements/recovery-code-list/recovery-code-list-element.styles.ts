import { css } from 'lit';

/** Shows the codes in two columns where there is room, in figures of equal width. */
export const recoveryCodeListStyles = css`
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: calc(var(--_space) * 2) calc(var(--_space) * 6);
    margin: 0 0 calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4);
    /* With "none" Safari no longer exposes it as a list. */
    list-style-type: '';
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    background: var(--_color-surface-soft);
    user-select: text;
  }

  .code {
    font-family: var(--_code-font-family);
    letter-spacing: 0.04em;
    overflow-wrap: anywhere;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 3);
  }

  /* After the buttons, so that none of them moves when the text appears. */
  .copy-outcome {
    order: 1;
  }

  /* Removes the gap before it, so that the buttons reach the edge. */
  .copy-outcome:empty {
    margin-inline-start: calc(var(--_space) * -3);
  }

  .refused {
    flex: 1 0 100%;
    order: 1;
    margin: 0;
    font-weight: 600;
  }

  /* A live region exists before its text. Until then it is not a flex item, so it leaves no gap. */
  .refused:empty {
    position: absolute;
  }

  .kept {
    display: flex;
    gap: calc(var(--_space) * 3);
    align-items: center;
    min-block-size: var(--_target);
    margin-block-start: calc(var(--_space) * 5);
    font-weight: 600;
    cursor: pointer;
    overflow-wrap: anywhere;
  }

  .kept input {
    flex: none;
    font-size: inherit;
    inline-size: max(24px, 1.5em);
    block-size: max(24px, 1.5em);
    margin: 0;
    accent-color: var(--_color-accent);
  }

  .reminder {
    margin: calc(var(--_space) * 1) 0 0;
    color: var(--_color-danger);
    font-weight: 500;
  }

  .reminder:empty {
    margin: 0;
  }

  /* On a phone the buttons fill each line. */
  @media (max-width: 30em) {
    .actions > .button {
      flex: 1 1 auto;
    }
  }

  /* Not useful on paper. */
  @media print {
    .actions,
    .kept,
    .reminder {
      display: none;
    }
  }
`;
