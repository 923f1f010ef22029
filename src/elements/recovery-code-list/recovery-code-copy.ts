import { css, html, type TemplateResult } from 'lit';
import { msg, str } from '../../localization/msg.js';
import { recoveryCodesMade, recoveryCodesUse } from './recovery-code-list-messages.js';

/** What is kept: the codes, and enough to know later what they are. Never whose they are (C13). */
export interface KeptCodes {
  readonly codes: readonly string[];
  /** The site's name. */
  readonly issuer: string;
  readonly createdAt: Date;
}

const heading = ({ issuer }: KeptCodes): string =>
  msg(str`Recovery codes for ${issuer}`, {
    id: 'recovery-code-list.heading',
    desc: 'Recovery codes, on paper and in a file: heading; {0} is the name of the site',
  });

/** The codes as a text file. */
export function recoveryCodesFile(kept: KeptCodes): string {
  const { codes, createdAt } = kept;
  const lines = [heading(kept), recoveryCodesMade(createdAt), '', recoveryCodesUse(), '', ...codes];
  return `${lines.join('\n')}\n`;
}

/** The codes as a sheet of paper; {@link paperStyles} is how it looks. */
export function renderPaper(kept: KeptCodes): TemplateResult {
  return html`
    <h1>${heading(kept)}</h1>
    <p>${recoveryCodesMade(kept.createdAt)}</p>
    <p>${recoveryCodesUse()}</p>
    <ul translate="no">
      ${kept.codes.map((code) => html`<li>${code}</li>`)}
    </ul>
  `;
}

/** Large enough to be typed over without a mistake; in points, because it is paper. */
export const paperStyles = css`
  :host {
    font:
      11pt/1.5 system-ui,
      sans-serif !important;
  }

  h1 {
    margin: 0 0 4pt;
    font-size: 16pt;
    line-height: 1.25;
  }

  p {
    margin: 0 0 8pt;
  }

  ul {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
    gap: 8pt 24pt;
    margin: 16pt 0 0;
    padding: 0;
    list-style: none;
    font:
      13pt/1.5 ui-monospace,
      SFMono-Regular,
      Menlo,
      Consolas,
      monospace;
    letter-spacing: 0.04em;
  }

  li {
    break-inside: avoid;
    overflow-wrap: anywhere;
  }
`;
