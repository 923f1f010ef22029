/** A page that the tags stand on: its style sheets, and what it says on `<html>`. */
export interface PageTheme {
  readonly sheets: readonly string[];
  readonly scheme: 'light' | 'dark';
}

const brands = '/stories/brands';
const portal = ['portal.css', 'mfa-elements.css'].map((file) => `/demo/portal/assets/${file}`);
const bootstrap = ['/node_modules/bootstrap/dist/css/bootstrap.css', `${brands}/bootstrap.css`];
const nlDesignSystem = [
  '/node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/variables.css',
  `${brands}/nl-design-system.css`,
];

/** A page that says nothing, and the worked brands, each as light and dark as it can be. */
export const THEMES: Readonly<Record<string, PageTheme>> = {
  'a light page': { sheets: [], scheme: 'light' },
  'a dark page': { sheets: [], scheme: 'dark' },
  'the portal': { sheets: portal, scheme: 'light' },
  'the portal in the dark': { sheets: portal, scheme: 'dark' },
  'a Bootstrap page': { sheets: bootstrap, scheme: 'light' },
  'a Bootstrap page in the dark': { sheets: bootstrap, scheme: 'dark' },
  'an NL Design System page': { sheets: nlDesignSystem, scheme: 'light' },
};

/** Makes the test's page this one; the answer makes it plain again. */
export async function setTheme({ sheets, scheme }: PageTheme): Promise<() => void> {
  const { dataset, style } = document.documentElement;
  const texts = await Promise.all(sheets.map(async (url) => (await fetch(url)).text()));
  const adopted = texts.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  const before = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...before, ...adopted];
  dataset.bsTheme = scheme;
  style.colorScheme = scheme;
  return () => {
    document.adoptedStyleSheets = before;
    delete dataset.bsTheme;
    style.colorScheme = '';
  };
}
