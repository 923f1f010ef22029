// Opens the stories of the built Storybook in a browser, one by one, and says what is wrong with them.
import { createReadStream, existsSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { make, projectRoot } from '../../demo/tools/prepare.mjs';
import { readAccessibilityTree } from './accessibility-tree.mjs';
import { BROWSER_ARGUMENTS, findBrowser } from './find-browser.mjs';

const built = join(projectRoot, 'storybook-static');

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Without motion a colour is itself at once, also for axe. */
const PERSON = { reducedMotion: 'reduce', locale: 'nl-NL', timezoneId: 'Europe/Amsterdam' };

/**
 * Runs in the page before anything else: the date stands still, so that "2 days ago" and the codes of
 * a moment read the same tomorrow. Timers and the stopwatch run on.
 */
function holdDate() {
  const now = Date.parse('2026-11-22T10:00:00+01:00');
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...given) {
      super(...(given.length > 0 ? given : [now]));
    }

    static now() {
      return now;
    }
  };
}

/** Builds Storybook when its sources are newer than what was built. */
function buildStorybook() {
  try {
    make('build-storybook', 'storybook-static/index.json', ['src', 'stories', 'package-lock.json']);
  } catch (error) {
    // Half a build would pass for a new one the next time.
    rmSync(built, { recursive: true, force: true });
    throw error;
  }
}

async function serve(folder) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = join(folder, pathname);
    if (pathname === '/favicon.ico') response.writeHead(204).end();
    else if (!existsSync(file) || statSync(file).isDirectory()) response.writeHead(404).end();
    else {
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' });
      createReadStream(file).pipe(response);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** Runs in the page: shows a story and tells how it ended. */
function play(id) {
  const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise((resolve) => {
    const fail = (error) => resolve({ failure: error?.message ?? error?.description ?? 'missing' });
    for (const event of [
      'playFunctionThrewException',
      'storyThrewException',
      'storyErrored',
      'storyMissing',
    ]) {
      channel.once(event, fail);
    }
    channel.once('storyFinished', ({ status, reporters }) => {
      const report = reporters.find(({ type }) => type === 'a11y')?.result;
      const violations = report?.violations.map(
        ({ id: rule, nodes }) => `axe: ${rule}: ${nodes.map(({ html }) => html).join(' ')}`,
      ) ?? ['axe did not run'];
      // The status is an error, too, for what axe found.
      const failed = status === 'error' && violations.length === 0;
      resolve({ failure: failed ? 'the story failed' : undefined, violations });
    });
    channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
  });
}

/** Runs in the page: the stories with what the test needs of their parameters. */
async function readStories() {
  const { __STORYBOOK_PREVIEW__: preview } = window;
  await preview.ready();
  return Object.values(await preview.extract()).map(
    ({ id, title, name, component, parameters }) => ({
      id,
      title,
      name,
      tag: component,
      flow: parameters.flow,
      step: parameters.step,
      consoleError: parameters.consoleError,
    }),
  );
}

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
 * The built Storybook in a browser; built first when src/ or stories/ is newer.
 *
 * @returns {Promise<import('./run-stories.mjs').BuiltStorybook>}
 * @throws {Error} when the build fails or there is no browser
 */
export async function openStorybook() {
  buildStorybook();
  const server = await serve(built);
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: BROWSER_ARGUMENTS,
  });
  /** Pages at rest. One shows story after story, as it does for whoever browses them. */
  const resting = [];
  const openPage = async () => {
    // A context each: tabs of one person would tell each other what changed.
    const context = await browser.newContext(PERSON);
    await context.addInitScript(holdDate);
    const page = await context.newPage();
    const errors = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${server.address}/iframe.html?viewMode=story`);
    const session = await context.newCDPSession(page);
    return { page, session, errors, stories: await page.evaluate(readStories) };
  };

  const visit = async ({ id, tag, flow, step, consoleError }, picture) => {
    const opened = resting.pop() ?? (await openPage());
    const { page, session, errors } = opened;
    errors.length = 0;
    const end = await page.evaluate(play, id);
    if (picture) await page.screenshot({ path: picture, fullPage: true });
    if (end.failure) {
      await page.close();
      return { complaints: [end.failure, ...errors] };
    }
    const tree = await readAccessibilityTree(session, '#storybook-root');
    const reached = await page.evaluate(
      (name) => document.querySelector(`#storybook-root ${name}`)?.flow?.state.step,
      tag,
    );
    const complaints = [
      ...end.violations,
      ...checkConsole(errors, consoleError),
      ...(flow ? checkStep(reached, step) : []),
    ];
    resting.push(opened);
    return { complaints, tree };
  };

  const first = await openPage();
  resting.push(first);
  const close = async () => {
    await browser.close();
    server.close();
  };
  return { stories: first.stories, visit, close };
}
