import { css, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { paperStyles, renderPaper } from '../../src/elements/recovery-code-list/codes-document.js';
import { LocalizedElement } from '../../src/localization/localized-element.js';
import { SAMPLE } from '../../src/testing/index.js';

/** White on every page. */
const sheet = css`
  :host {
    display: block;
    padding: 15mm 10mm;
    border: 1px solid #ccc;
    background: #fff;
    color: #000;
    color-scheme: light;
  }
`;

/** Shows on screen how recovery codes are printed: otherwise the sheet is only seen on paper. */
export class PaperSheetElement extends LocalizedElement {
  static override styles = [sheet, paperStyles];

  @property({ attribute: false }) codes: readonly string[] = [];

  protected override render(): TemplateResult {
    const { issuer, authenticator } = SAMPLE;
    return renderPaper({ codes: this.codes, issuer, createdAt: authenticator.createdAt });
  }
}
