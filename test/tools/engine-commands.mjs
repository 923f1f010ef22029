// Commands that tests send to an engine from outside the page. Web Test Runner's own commands support
// WebDriver only in part. These do the same in every engine, or throw an error that names the engine.

/** Maps the key names of the tests to those of WebDriver (W3C WebDriver, section 17.4.2). */
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

/** Returns the document and every shadow root in it. Runs in the page. */
function allTrees() {
  const within = (tree) => [
    tree,
    ...[...tree.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
      shadowRoot ? within(shadowRoot) : [],
    ),
  ];
  return within(document);
}

/** Returns every element of these trees. Runs in the page. */
const elementsOf = (trees) => trees.flatMap((tree) => [...tree.querySelectorAll('*')]);

/** A connection to Chromium's DevTools for each page. When it closes, the browser drops what it has set. */
const sessions = new WeakMap();

async function devTools(page) {
  if (!sessions.has(page)) sessions.set(page, await page.context().newCDPSession(page));
  return sessions.get(page);
}

/** Finds an element for the DevTools, or the document if there is no selector. */
async function findNode(session, selector) {
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  return selector
    ? session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
    : { nodeId: root.nodeId };
}

/** The commands in Chromium, which Playwright drives. */
const chromium = {
  /** Presses keys together; the last one goes down after the others. */
  press: (page, keys) => page.keyboard.press(keys.join('+')),

  /** Takes a picture of the window, as the user sees it: a PNG in base64. */
  picture: async (page) => (await page.screenshot()).toString('base64'),

  /** Drags the mouse from one point to another. */
  async drag({ mouse }, { from, to }) {
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 5 });
    await mouse.up();
  },

  /** Counts the elements that assistive technology finds with this role, this name, or both. */
  async count(page, { role, name }) {
    const session = await devTools(page);
    const { nodeId } = await findNode(session);
    const { nodes } = await session.send('Accessibility.queryAXTree', {
      nodeId,
      role,
      accessibleName: name,
    });
    // The name of a text node is its text.
    return nodes.filter((node) => !node.ignored && node.role.value !== 'StaticText').length;
  },

  /** Composes texts at the caret as an input method does, one after the other, and may commit the last. */
  async compose(page, { texts, commit }) {
    const session = await devTools(page);
    for (const text of texts) {
      const caret = { selectionStart: text.length, selectionEnd: text.length };
      await session.send('Input.imeSetComposition', { text, ...caret });
    }
    if (commit) await session.send('Input.insertText', { text: texts.at(-1) });
  },

  /** Renders a field as one that the browser has autofilled. */
  async paintAsFilledIn(page, { selector }) {
    const session = await devTools(page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { nodeId } = await findNode(session, selector);
    await session.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: ['autofill'] });
  },

  /** Sets a media feature, or resets it if there is no value. */
  async media(page, { name, value }) {
    const session = await devTools(page);
    const features = [{ name, value: value ?? '' }];
    await session.send('Emulation.setEmulatedMedia', { features });
  },

  /** Turns the dark mode on that the browser makes of a light page, or off. */
  async autoDark(page, { enabled }) {
    const session = await devTools(page);
    await session.send('Emulation.setAutoDarkModeOverride', enabled ? { enabled } : {});
  },
};

/** The commands in Firefox, which Puppeteer drives. */
const firefox = {
  async press({ keyboard }, keys) {
    const names = keys.map((key) => (key === 'Space' ? ' ' : key));
    const held = names.slice(0, -1);
    for (const key of held) await keyboard.down(key);
    await keyboard.press(names.at(-1));
    for (const key of held.reverse()) await keyboard.up(key);
  },

  picture: (page) => page.screenshot({ encoding: 'base64' }),

  drag: chromium.drag,

  /** Queries each shadow tree separately, because the selector does not search them. */
  async count(page, { role, name = '' }) {
    const selector = `aria/${name}${role ? `[role="${role}"]` : ''}`;
    const trees = await (await page.evaluateHandle(allTrees)).getProperties();
    const found = await Promise.all(
      [...trees.values()].map((tree) => tree.asElement()?.$$(selector) ?? []),
    );
    return found.flat().length;
  },
};

/** The commands in WebKit, which WebDriver drives. */
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

  picture: (driver) => driver.takeScreenshot(),

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
    // WebKit returns an error for an element that is not in its accessibility tree.
    const orUndefined = (request) => request.catch(() => undefined);
    let count = 0;
    for (const [id] of elements.map(Object.values)) {
      const found = await orUndefined(driver.getElementComputedRole(id));
      if (!found || (role && found !== role)) continue;
      if (name === undefined || (await orUndefined(driver.getElementComputedLabel(id))) === name)
        count += 1;
    }
    return count;
  },
};

/** The commands of each engine, by the names of the launchers (engines.mjs). */
const COMMANDS = { Chromium: chromium, Firefox: firefox, WebKit: webkit };

/**
 * A plugin of Web Test Runner with the commands above, by name. If only some engines have a command, a test
 * calls `needs()` first.
 */
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
