// What the tests ask of an engine from outside the page. Web Test Runner's own commands know WebDriver
// only in part; these do the same in every engine, or say which engine cannot.

/** The names of keys as the tests write them, in WebDriver (W3C WebDriver, section 17.4.2). */
const WEBDRIVER_KEYS = {
  Space: ' ',
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F5: '\uE035',
  F8: '\uE038',
};

/** Runs in the page: the document and every shadow root in it. */
function allTrees() {
  const within = (tree) => [
    tree,
    ...[...tree.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? within(shadowRoot) : [],
    ),
  ];
  return within(document);
}

/** Runs in the page: every element of these trees. */
const elementsOf = (trees) => trees.flatMap((tree) => [...tree.querySelectorAll('*')]);

/** What Puppeteer calls an element that assistive technology finds by this role and this name. */
const ariaSelector = ({ role, name = '' }) => `aria/${name}${role ? `[role="${role}"]` : ''}`;

/** Connections to Chromium's DevTools, one a page. */
const clients = new WeakMap();

const chromium = {
  /** Presses keys together, the last one after the others are down. */
  async press(page, names) {
    const keys = names.map((name) => (name === 'Space' ? ' ' : name));
    const held = keys.slice(0, -1);
    for (const key of held) await page.keyboard.down(key);
    await page.keyboard.press(keys.at(-1));
    for (const key of held.reverse()) await page.keyboard.up(key);
  },

  /** Drags with the mouse from one point to another. */
  async drag(page, { from, to }) {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 5 });
    await page.mouse.up();
  },

  /** How many elements assistive technology finds with this role, this name, or both. */
  async count(page, looked) {
    return (await page.$$(ariaSelector(looked))).length;
  },

  /** Lets an input method show texts at the caret, one after the other, and commit the last. */
  async compose(page, { texts, commit }) {
    const client = await page.createCDPSession();
    for (const text of texts) {
      const caret = { selectionStart: text.length, selectionEnd: text.length };
      await client.send('Input.imeSetComposition', { text, ...caret });
    }
    if (commit) await client.send('Input.insertText', { text: texts.at(-1) });
    await client.detach();
  },

  /** Paints a field as one that the browser filled in. */
  async paintAsFilledIn(page, { selector }) {
    const client = await page.createCDPSession();
    await client.send('DOM.enable');
    await client.send('CSS.enable');
    const { root } = await client.send('DOM.getDocument');
    const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    // Not detached: the browser forgets it then.
    await client.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: ['autofill'] });
  },

  /** Turns a media feature on, or with no value off. */
  async media(page, { name, value }) {
    // Kept: the browser forgets what a client asked for when that goes.
    if (!clients.has(page)) clients.set(page, await page.createCDPSession());
    const features = [{ name, value: value ?? '' }];
    await clients.get(page).send('Emulation.setEmulatedMedia', { features });
  },
};

const firefox = {
  ...chromium,

  /** It looks into no shadow tree by itself. */
  async count(page, looked) {
    const trees = await (await page.evaluateHandle(allTrees)).getProperties();
    const found = await Promise.all(
      [...trees.values()].map((tree) => tree.asElement()?.$$(ariaSelector(looked)) ?? []),
    );
    return found.flat().length;
  },
};

/** Over WebDriver. */
const webkit = {
  async press(driver, keys) {
    const values = keys.map((key) => WEBDRIVER_KEYS[key] ?? key);
    await driver.performActions([
      {
        type: 'key',
        id: 'keyboard',
        actions: [
          ...values.map((value) => ({ type: 'keyDown', value })),
          ...values.reverse().map((value) => ({ type: 'keyUp', value })),
        ],
      },
    ]);
  },

  async drag(driver, { from, to }) {
    await driver.performActions([
      {
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', duration: 0, ...from },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerMove', duration: 100, ...to },
          { type: 'pointerUp', button: 0 },
        ],
      },
    ]);
  },

  async count(driver, { role, name }) {
    const elements = await driver.executeScript(`return (${elementsOf})((${allTrees})())`, []);
    // WebKit refuses to tell of what is not in its accessibility tree.
    const ask = (question) => question.catch(() => undefined);
    let count = 0;
    for (const [id] of elements.map(Object.values)) {
      const found = await ask(driver.getElementComputedRole(id));
      if (!found || (role && found !== role)) continue;
      if (name === undefined || (await ask(driver.getElementComputedLabel(id))) === name)
        count += 1;
    }
    return count;
  },
};

/** By the names that the launchers have (engines.mjs). */
const COMMANDS = { Chromium: chromium, Firefox: firefox, WebKit: webkit };

/** Web Test Runner: the commands above, by name; a test asks `needs()` first where not all have one. */
export function engineCommands() {
  return {
    name: 'engine-commands',
    async executeCommand({ command, payload, session }) {
      const [, name] = /^engine-(\w+)$/.exec(command) ?? [];
      if (!name) return;
      const { browser, id } = session;
      const perform = COMMANDS[browser.name]?.[name];
      if (!perform) throw new Error(`${browser.name} cannot do "${name}".`);
      return (await perform(browser.driver ?? browser.getPage(id), payload)) ?? true;
    },
  };
}
