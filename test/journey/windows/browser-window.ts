/** What a window shows: the red, green, blue and opacity of each pixel, in rows. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A key of the keyboard, by its name in UI Events, or with Shift held. */
export type Key = 'Tab' | 'Shift+Tab' | 'Enter' | 'Space' | 'ArrowDown';

/** The engines that the journey is walked in. */
export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof ENGINES)[number];

/** The size of what the window shows, in CSS pixels: a small laptop, so that pages scroll. */
export const SIZE = { width: 1000, height: 640 } as const;

/** A window of a browser, with no more than a person has: an address, a keyboard and a picture. */
export interface BrowserWindow {
  goTo(url: string): Promise<void>;
  press(key: Key): Promise<void>;
  /** Types a text, key by key. */
  type(text: string): Promise<void>;
  /** Takes a picture of what the window shows. */
  picture(): Promise<Picture>;
  /** Evaluates an expression in the page. Its value, or that of its promise, has to be JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** Ends the browser. */
  close(): Promise<void>;
}

/** Opens a window of a browser with this engine. */
export async function openWindow(engine: Engine): Promise<BrowserWindow> {
  switch (engine) {
    case 'chromium':
      return (await import('./chromium-window.js')).openChromium();
    case 'firefox':
      return (await import('./firefox-window.js')).openFirefox();
    case 'webkit':
      return (await import('./webkit-window.js')).openWebKit();
  }
}
