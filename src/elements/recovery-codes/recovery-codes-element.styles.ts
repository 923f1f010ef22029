import { css } from 'lit';

/** Keeps the status and its placeholder equally high, so that nothing moves when it loads. */
export const recoveryCodesStyles = css`
  .facts p {
    margin: 0;
  }

  .left {
    font-weight: 600;
  }

  .facts--loading,
  .made {
    color: var(--_color-muted);
  }

  .facts--loading {
    min-block-size: 3em;
  }

  .advice {
    margin-block-start: calc(var(--_space) * 4);
  }

  .actions--loading:empty {
    display: flex;
    min-block-size: var(--_target);
  }

  .notice + [role='alert'] {
    margin-block-start: calc(var(--_space) * 4);
  }

  .heading ~ [role='status'] .notice {
    margin-block: calc(var(--_space) * 4);
  }

  /* Not useful on paper. */
  @media print {
    .actions,
    .help {
      display: none;
    }
  }
`;
