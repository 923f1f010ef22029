import { css } from 'lit';

/** How many codes are left, as high as the place that is kept for it while it is looked up. */
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

  .heading ~ [role='status'] .notice {
    margin-block: calc(var(--_space) * 4);
  }

  /* Of no use on paper. */
  @media print {
    .actions,
    .help {
      display: none;
    }
  }
`;
