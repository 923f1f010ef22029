import type { CellToPlay, PlayedCell } from '../observed.js';
import { startListening, watchAnnouncements } from './announcements.js';
import { resetClock, waitForReasons } from './clock.js';
import { forgetRoots } from './everywhere.js';
import { goOn } from './go-on.js';
import { forgetLog, keepLog } from './log.js';
import { Person } from './person.js';
import { readPage } from './read-page.js';
import { settled } from './settled.js';
import { endTime, forgetLimits, plainFetch, watchTraffic } from './traffic.js';

declare global {
  interface Window {
    playCell(cell: CellToPlay): Promise<PlayedCell>;
    /** Resolves when the library can be used. */
    libraryReady(): Promise<void>;
  }
}

keepLog();
watchTraffic();
waitForReasons();
watchAnnouncements();
// The page stays.
window.addEventListener('mfa-navigate', (event) => event.preventDefault());

/** Asks the server of the faults for something that is no part of the contract. */
const ask = (what: 'arrived' | 'mend', visitor: string): Promise<Response> =>
  plainFetch(`/${what}/${visitor}`);

window.libraryReady = async () => {
  // These are loaded when they are needed first, which would make the first cell another one.
  const library = '/lib/mfa-elements';
  const { defineAll } = (await import(/* @vite-ignore */ `${library}.js`)) as {
    readonly defineAll: () => Promise<void>;
  };
  await defineAll();
  for (const file of ['diagnose-code', 'qrcode']) {
    await import(/* @vite-ignore */ `${library}-${file}.js`);
  }
};

window.playCell = async (cell) => {
  forgetLog();
  resetClock();
  const element = document.createElement(cell.element);
  const attributes = {
    ...cell.attributes,
    'base-url': `/v/${cell.visitor}/api`,
    'sign-in-url': '/inloggen',
  };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const person = new Person(element);
  try {
    startListening();
    document.body.append(element);
    for (const act of cell.acts) {
      await settled();
      startListening();
      if ('press' in act) person.press(act.press);
      else person.type(act.type);
    }
    if (cell.isEndless) {
      await ask('arrived', cell.visitor);
      endTime();
    }
    await settled();
    const observed = readPage(element);
    await ask('mend', cell.visitor);
    const wentOn = await goOn(element, person, cell);
    return { observed, wentOn };
  } finally {
    element.remove();
    forgetLimits();
    forgetRoots();
  }
};
