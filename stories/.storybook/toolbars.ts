import type { Preview } from '@storybook/web-components-vite';
import type { ToolbarGlobals } from './story-page.js';

type GlobalTypes = NonNullable<Preview['globalTypes']>;
type Icon = NonNullable<NonNullable<NonNullable<GlobalTypes[string]>['toolbar']>['icon']>;

/** One menu of the toolbar: its name, what it is for, an icon of Storybook's, and what can be chosen. */
interface Menu<Value extends string> {
  readonly name: string;
  readonly description: string;
  readonly icon: Icon;
  readonly items: Record<Value, string>;
}

/** Everything but the width: that is {@link widths}, in Storybook's own menu. */
const menus: { [Name in keyof ToolbarGlobals]: Menu<ToolbarGlobals[Name]> } = {
  locale: {
    name: 'Language',
    description:
      'The language of the page. Two pseudo-locales find what nobody can translate and what does not fit: one long and accented, one from right to left.',
    icon: 'globe',
    items: {
      nl: 'Nederlands (je)',
      'nl-x-formal': 'Nederlands (u)',
      en: 'English',
      de: 'Deutsch',
      fr: 'Français',
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
    description: 'How much room there is around things, and how large buttons are.',
    icon: 'component',
    items: { comfortable: 'Comfortable', compact: 'Compact' },
  },
  textSize: {
    name: 'Text size',
    description:
      'The size of text, as a person sets it in the browser. The room around it stays as it is.',
    icon: 'type',
    items: { '100': '100 %', '150': '150 %', '200': '200 %' },
  },
  direction: {
    name: 'Direction',
    description: 'Direction of writing. Auto: as the language is written.',
    icon: 'transfer',
    items: { auto: 'Auto', ltr: 'Left to right', rtl: 'Right to left' },
  },
  server: {
    name: 'Server',
    description:
      'What the server in memory does with whatever is asked next: open a state, choose, and do something on the page.',
    icon: 'database',
    items: {
      story: 'Server',
      slow: 'Slow: 3 seconds',
      never: 'Never answers',
      'wrong-code': 'Wrong code or password',
      'last-try': 'Wrong code, one try left',
      'too-many-tries': 'Too many tries: wait 30 seconds',
      locked: 'Locked for 15 minutes',
      'login-expired': 'Signing in took too long',
      'signed-out': 'Signed out',
      offline: 'Offline',
      unavailable: 'Cannot be reached',
      'answer-lost': 'The answer is lost',
    },
  },
  words: {
    name: 'Words',
    description: 'Which message each text is, what is not translated and what does not fit.',
    icon: 'markup',
    items: { off: 'Words: as they are', marked: 'Words: marked, for translators' },
  },
};

/** The menus in the form that Storybook takes. */
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

/** How a story looks before anybody chose anything. */
export const initialGlobals: ToolbarGlobals = {
  locale: 'nl',
  theme: 'light',
  density: 'comfortable',
  textSize: '100',
  direction: 'auto',
  server: 'story',
  words: 'off',
};

const width = (pixels: number, type: 'mobile' | 'tablet' | 'desktop') => ({
  name: `${pixels} px`,
  styles: { width: `${pixels}px`, height: '100%' },
  type,
});

/** Widths that a page has to fit, for Storybook's own viewport menu. */
export const widths = {
  w320: width(320, 'mobile'),
  w360: width(360, 'mobile'),
  w768: width(768, 'tablet'),
  w1280: width(1280, 'desktop'),
} as const;
