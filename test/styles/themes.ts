/** A page around the elements: its style sheets, and the attributes of `<html>`. */
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

/** A page without styles, and the worked brands, each in light and in dark. */
export const THEMES: Readonly<Record<string, PageTheme>> = {
  'a light page': { sheets: [], scheme: 'light' },
  'a dark page': { sheets: [], scheme: 'dark' },
  'the portal': { sheets: portal, scheme: 'light' },
  'the portal in the dark': { sheets: portal, scheme: 'dark' },
  'a Bootstrap page': { sheets: bootstrap, scheme: 'light' },
  'a Bootstrap page in the dark': { sheets: bootstrap, scheme: 'dark' },
  'an NL Design System page': { sheets: nlDesignSystem, scheme: 'light' },
};

/** Applies this page to the test's page. Returns a function that restores it. */
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
