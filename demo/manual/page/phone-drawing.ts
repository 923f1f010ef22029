import { html, type Markup } from './html.js';

interface ShownAccount {
  readonly issuer: string;
  readonly account: string;
  /** Six digits. */
  readonly code: string;
}

/** Renders a drawing of a phone with an authenticator app; a picture would show one app of many. */
export function renderPhone({ issuer, account, code }: ShownAccount, description: string): Markup {
  return html`<figure class="phone">
    <svg viewBox="0 0 260 300" role="img" aria-label="${description}">
      <path class="case" d="M20 300V34A26 26 0 0 1 46 8h168a26 26 0 0 1 26 26v266" />
      <path class="screen" d="M32 300V36a16 16 0 0 1 16-16h164a16 16 0 0 1 16 16v264z" />
      <rect class="case-detail" x="108" y="30" width="44" height="6" rx="3" />
      <text class="app" x="52" y="70">Authenticator</text>
      <rect class="entry" x="44" y="88" width="172" height="112" rx="12" />
      <text class="issuer" x="60" y="117">${issuer}</text>
      <text class="account" x="60" y="135">${account}</text>
      <text class="code" x="60" y="177">${code.slice(0, 3)} ${code.slice(3)}</text>
      <circle class="time" cx="192" cy="170" r="9" />
      <path class="time-left" d="M192 170v-9a9 9 0 1 1-7.8 13.5z" />
      <rect class="entry" x="44" y="212" width="172" height="100" rx="12" />
      <rect class="blank" x="60" y="230" width="84" height="9" rx="4.5" />
      <rect class="blank" x="60" y="248" width="120" height="7" rx="3.5" />
      <rect class="blank" x="60" y="270" width="104" height="16" rx="5" />
    </svg>
    <figcaption>${description}</figcaption>
  </figure>`;
}
