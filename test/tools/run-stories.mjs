// Opens the stories of the built Storybook in a browser, one by one, and says what is wrong with them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright';
import { readAccessibilityTree } from './accessibility-tree.mjs';
import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.mjs';
import { play, readIndex, rulesTime, showDocs, untilReady } from './in-story-page.mjs';
import { buildStorybook, serveStorybook } from './storybook-server.mjs';

/** Without motion a colour is itself at once, also for axe. */
const PERSON = { reducedMotion: 'reduce', locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' };

/** A page as it was opened: what a look at the story before changed of it. */
const VIEWPORT = { width: 1280, height: 720 };

/** Letters in shades of grey and in places of their own make pictures alike on more computers. */
const PAINTING = [
  '--disable-lcd-text',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
];

/** Milliseconds for a page of documentation with all its stories: ample on a busy machine. */
const DOCS_PATIENCE = 60_000;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

function checkConsole(errors, expected) {
  if (expected === undefined) return errors.map((error) => `console: ${error}`);
  return errors.length === 1 && errors[0].includes(expected)
    ? []
    : [`console: expected one error about "${expected}", got ${JSON.stringify(errors)}`];
}

function checkStep(step, expected) {
  return step === expected ? [] : [`the flow is at "${step}", the story says "${expected}"`];
}

/**
 * The built Storybook in a browser; built first when what it is made of is newer.
 *
 * @param {{ painting?: readonly string[] }} [options] other arguments for how the browser paints
 * @returns {Promise<import('./run-stories.mjs').BuiltStorybook>}
 * @throws {Error} when the build fails or there is no browser
 */
export async function openStorybook({ painting = PAINTING } = {}) {
  buildStorybook();
  const server = await serveStorybook();
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: [...BROWSER_ARGUMENTS, ...painting],
  });

  const openPage = async (locale) => {
    // A context each: tabs of one person would tell each other what changed.
    const context = await browser.newContext({ ...PERSON, viewport: VIEWPORT });
    await context.addInitScript(rulesTime);
    const page = await context.newPage();
    const errors = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${server.address}/iframe.html?viewMode=story&globals=locale:${locale}`);
    const session = await context.newCDPSession(page);
    await page.evaluate(untilReady);
    return { page, session, errors, locale };
  };

  /** Pages at rest. One shows story after story, as it does for whoever browses them. */
  const resting = [];
  const takePage = async (locale) => {
    const index = resting.findIndex((opened) => opened.locale === locale);
    if (index < 0) {
      const opened = await openPage(locale);
      await opened.page.evaluate(axe);
      return opened;
    }
    const [opened] = resting.splice(index, 1);
    await opened.page.setViewportSize(VIEWPORT);
    await opened.page.emulateMedia({ forcedColors: 'none' });
    opened.errors.length = 0;
    return opened;
  };

  const visit = async ({ id, tag, flow, step, consoleError }, { locale = 'nl', look } = {}) => {
    const opened = await takePage(locale);
    const { page, session, errors } = opened;
    const end = await page.evaluate(play, id);
    if (end.failure) {
      await page.close();
      return { complaints: [end.failure, ...errors] };
    }
    const tree = await readAccessibilityTree(session, '#storybook-root');
    const reached = await page.evaluate(
      (name) => document.querySelector(`#storybook-root ${name}`)?.flow?.state.step,
      tag,
    );
    const seen = (await look?.(page)) ?? [];
    const complaints = [
      ...end.violations,
      ...(flow ? checkStep(reached, step) : []),
      ...seen,
      ...checkConsole(errors, consoleError),
    ];
    resting.push(opened);
    return { complaints, tree };
  };

  const readDocs = async ({ id, title }) => {
    const { page, errors } = await openPage('nl');
    page.setDefaultTimeout(DOCS_PATIENCE);
    const failure = await page.evaluate(showDocs, id);
    await page.waitForLoadState('networkidle');
    await page.close();
    // The documentation of a tag shows all its stories, with what those leave in the console.
    const expected = stories.filter((story) => story.title === title && story.consoleError);
    const others = errors.filter(
      (error) => !expected.some(({ consoleError }) => error.includes(consoleError)),
    );
    return [...(failure ? [failure] : []), ...checkConsole(others)];
  };

  const close = async () => {
    await browser.close();
    server.close();
  };
  const first = await takePage('nl');
  const { stories, docs } = await first.page.evaluate(readIndex);
  resting.push(first);
  return { stories, docs, visit, readDocs, close };
}
