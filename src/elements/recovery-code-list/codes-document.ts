import { css, html, type TemplateResult } from 'lit';
import { msg, str } from '../../localization/msg.js';
import { recoveryCodesCreatedOn, recoveryCodesPurpose } from './recovery-code-list-messages.js';

/** The codes, and enough to recognize them later. Never holds whose they are (C13). */
export interface CodesDocument {
  readonly codes: readonly string[];
  /** The name of the site. */
  readonly issuer: string;
  readonly createdAt: Date;
}

const heading = ({ issuer }: CodesDocument): string =>
  msg(str`Recovery codes for ${issuer}`, {
    id: 'recovery-code-list.heading',
    desc: 'Recovery codes, on paper and in a file: heading; {0} is the name of the site',
  });

/** Formats the document as the text of a file. */
export function formatText(codesDocument: CodesDocument): string {
  const { codes, createdAt } = codesDocument;
  const lines = [
    heading(codesDocument),
    recoveryCodesCreatedOn(createdAt),
    '',
    recoveryCodesPurpose(),
    '',
    ...codes,
  ];
  return `${lines.join('\n')}\n`;
}

/** Renders the document for paper, to be printed with {@link paperStyles}. */
export function renderPaper(codesDocument: CodesDocument): TemplateResult {
  return html`
    <h1>${heading(codesDocument)}</h1>
    <p>${recoveryCodesCreatedOn(codesDocument.createdAt)}</p>
    <p>${recoveryCodesPurpose()}</p>
    <ul translate="no">
      ${codesDocument.codes.map((code) => html`<li><bdi dir="ltr">${code}</bdi></li>`)}
    </ul>
  `;
}

/** Codes large enough to type over without a mistake. In points, because it is paper. */
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
