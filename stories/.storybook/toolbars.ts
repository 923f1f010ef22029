import type { Preview } from '@storybook/web-components-vite';
import { LANGUAGES } from '../../locales/languages.js';
import type { ToolbarGlobals } from './story-page.js';

type GlobalTypes = NonNullable<Preview['globalTypes']>;
type Icon = NonNullable<NonNullable<NonNullable<GlobalTypes[string]>['toolbar']>['icon']>;

/** One menu of the toolbar, with an icon of Storybook. */
interface Menu<Value extends string> {
  readonly name: string;
  readonly description: string;
  readonly icon: Icon;
  readonly items: Record<Value, string>;
}

/** All menus but the width: that is {@link widths}, in Storybook's own menu. */
const menus: { [Name in keyof ToolbarGlobals]: Menu<ToolbarGlobals[Name]> } = {
  locale: {
    name: 'Language',
    description:
      'The language of the page. The pseudo-locales show text that cannot be translated or does not fit: one is long and accented, one runs from right to left.',
    icon: 'globe',
    items: {
      ...LANGUAGES,
      nl: 'Nederlands (je)',
      'en-XA': 'Pseudo: long and accented',
      'ar-XB': 'Pseudo: right to left',
    },
  },
  theme: {
    name: 'Theme',
    description:
      'Light and dark show the elements without any setting; the brands are pages with a style of their own.',
    icon: 'paintbrush',
    items: {
      light: 'Light',
      dark: 'Dark',
      portal: 'Brand: portal',
      bootstrap: 'Brand: Bootstrap',
      'nl-design-system': 'Brand: NL Design System',
    },
  },
  density: {
    name: 'Density',
    description: 'The space around things, and the size of buttons.',
    icon: 'component',
    items: { comfortable: 'Comfortable', compact: 'Compact' },
  },
  textSize: {
    name: 'Text size',
    description:
      'The size of text, as a user sets it in the browser. The space around it does not change.',
    icon: 'type',
    items: { '100': '100 %', '150': '150 %', '200': '200 %' },
  },
  direction: {
    name: 'Direction',
    description: 'The writing direction. Auto follows the language.',
    icon: 'transfer',
    items: { auto: 'Auto', ltr: 'Left to right', rtl: 'Right to left' },
  },
  server: {
    name: 'Server',
    description:
      'How the server in memory responds to the next request: open a state, choose, and do something on the page.',
    icon: 'database',
    items: {
      story: 'Server',
      slow: 'Slow: 3 seconds',
      never: 'Never responds',
      'wrong-code': 'Wrong code or password',
      'last-try': 'Wrong code, one try left',
      'too-many-tries': 'Too many tries: wait 30 seconds',
      locked: 'Locked for 15 minutes',
      'login-expired': 'Signing in took too long',
      'signed-out': 'Signed out',
      offline: 'Offline',
      unavailable: 'Cannot be reached',
      'response-lost': 'The response is lost',
    },
  },
  messages: {
    name: 'Messages',
    description:
      'Marks the messages in the picture, and shows which are not translated or do not fit.',
    icon: 'markup',
    items: { off: 'Messages: as they are', marked: 'Messages: marked, for translators' },
  },
};

/** The menus in Storybook's format. */
export const globalTypes: GlobalTypes = Object.fromEntries(
  Object.entries<Menu<string>>(menus).map(([global, { name, description, icon, items }]) => [
    global,
    {
      name,
      description,
      toolbar: {
        icon,
        dynamicTitle: true,
        items: Object.entries(items).map(([value, title]) => ({ value, title })),
      },
    },
  ]),
);

/** The settings until another is chosen. */
export const initialGlobals: ToolbarGlobals = {
  locale: 'nl',
  theme: 'light',
  density: 'comfortable',
  textSize: '100',
  direction: 'auto',
  server: 'story',
  messages: 'off',
};

const width = (pixels: number, type: 'mobile' | 'tablet' | 'desktop') => ({
  name: `${pixels} px`,
  styles: { width: `${pixels}px`, height: '100%' },
  type,
});

/** The widths that a page has to fit, for Storybook's own viewport menu. */
export const widths = {
  w320: width(320, 'mobile'),
  w360: width(360, 'mobile'),
  w768: width(768, 'tablet'),
  w1280: width(1280, 'desktop'),
} as const;
