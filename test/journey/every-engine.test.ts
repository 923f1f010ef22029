import { after, before, describe, it } from 'node:test';
import type { OpenDatabase } from '../../demo/server/database/open-database.js';
import { runPortal, type RunningPortal } from '../../demo/tools/run-portal.js';
import { openTestDatabase } from '../demo/server/portal-harness.js';
import { message, messagePattern } from '../support/message.js';
import { KeyboardVisitor } from './keyboard-visitor.js';
import { ENGINES, openWindow, type BrowserWindow } from './windows/browser-window.js';

/** The engine; Chromium if it is not named. `npm run test:long` names each of them. */
const engine = ENGINES.find((one) => one === process.env.JOURNEY_ENGINE) ?? 'chromium';

const CODE_FIELD = message('code.label', 6);
const ENROLLMENT = message('enrollment.heading');
const LINKED = message('enrollment.done.heading', 'ProfiPortaal');
const TO_PORTAL = message('enrollment.done.action', 'ProfiPortaal');

describe(`The customer's manual by keyboard in ${engine}`, () => {
  let opened: OpenDatabase;
  let portal: RunningPortal;
  let window: BrowserWindow;
  let visitor: KeyboardVisitor;

  before(async () => {
    opened = await openTestDatabase();
    portal = await runPortal(opened.database);
    // The clock of these windows cannot be set: that of the server is.
    const behind = Date.now() - portal.clock.read().getTime();
    portal.clock.advance({ seconds: Math.floor(behind / 1000) });
    window = await openWindow(engine);
    visitor = new KeyboardVisitor(window, portal, process.env.JOURNEY_PICTURES);
  });

  after(async () => {
    await window.close();
    await portal.close();
    await opened.close();
  });

  async function givesPassword(): Promise<void> {
    await visitor.goesTo('/inloggen');
    await visitor.tabsTo('E-mailadres');
    await visitor.types(portal.account.email);
    await visitor.tabsTo('Wachtwoord');
    await visitor.types(portal.account.password);
    await visitor.presses('Enter');
  }

  /** @param key The way to the menu from where the focus is. */
  async function choosesInMenu(name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await visitor.tabsTo('Account', key);
    await visitor.presses('Enter');
    await visitor.tabsTo(name);
    await visitor.presses('Enter');
  }

  async function signsOut(key?: 'Shift+Tab'): Promise<void> {
    await choosesInMenu('Uitloggen', key);
    await visitor.sees('Zo log je in');
  }

  it('is followed from the first sign-in to another app, with the focus in view at each step (host pages 21, 22)', async () => {
    // The first sign-in: link an app.
    await givesPassword();
    await visitor.isAt(ENROLLMENT);
    const app = await visitor.scansQrCode();
    await visitor.tabsTo(CODE_FIELD);
    await visitor.types(app.codeAt(portal.clock.read()));
    await visitor.presses('Enter');
    await visitor.isAt(LINKED);
    await visitor.tabsTo(message('recovery-code-list.kept.other'));
    await visitor.presses('Space');
    await visitor.tabsTo(TO_PORTAL);
    await visitor.presses('Enter');
    await visitor.sees('Openstaande taken');

    // The next sign-in: a code.
    await signsOut();
    portal.clock.advance({ seconds: 30 });
    await givesPassword();
    await visitor.isAt(CODE_FIELD);
    await visitor.types(app.codeAt(portal.clock.read()));
    await visitor.presses('Enter');
    await visitor.sees('Openstaande taken');

    // Another app: unlink the old one.
    await choosesInMenu('Profiel instellingen');
    await visitor.sees(messagePattern('authenticators.linked-on'));
    await visitor.tabsTo(messagePattern('authenticators.unlink.label'));
    await visitor.presses('Enter');
    await visitor.sees(message('authenticators.unlink.confirm'));
    await visitor.isAt(message('button.cancel'));
    await visitor.tabsTo(message('authenticators.unlink.confirm'), 'Shift+Tab');
    await visitor.presses('Enter');
    await visitor.isAt(message('password.label'));
    await visitor.types(portal.account.password);
    await visitor.presses('Enter');
    await visitor.sees(messagePattern('authenticators.unlinked'));
    await visitor.looksForFocus();

    // From there as at the first sign-in. The menu is before the list.
    await signsOut('Shift+Tab');
    await givesPassword();
    await visitor.isAt(ENROLLMENT);
    await visitor.scansQrCode();
  });
});
