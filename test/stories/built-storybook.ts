import fastifyStatic from '@fastify/static';
import { fastify } from 'fastify';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { CDPSession, Page } from 'playwright';
import type { StoryLocale } from '../../stories/.storybook/story-page.js';
import { launchChromium } from '../../demo/tools/browser/launch-chromium.mjs';
import { build } from '../tools/build.mjs';
import { pageScript } from '../tools/page-script.js';
import { readAccessibilityTree, type AccessibilityTree } from './read-accessibility-tree.js';

/** A story, with the parameters that describe its end. */
export interface BuiltStory {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly tag: string;
  readonly flow?: string | undefined;
  readonly step?: string | undefined;
  /** Part of the one error that the story logs to the console. */
  readonly consoleError?: string | undefined;
  /** The story shows a large amount; the looks are checked in the story with a few. */
  readonly shows?: 'amount' | undefined;
  /** The beginning of a text that is cut off on purpose. */
  readonly cutOff?: string | undefined;
  /** The only language of the story, whatever the page's. */
  readonly locale?: string | undefined;
}

/** A page of documentation. */
export interface BuiltDocs {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

/** The result of a visit. */
export interface Visit {
  readonly complaints: readonly string[];
  /** The accessibility tree at the end. `undefined` if the story failed. */
  readonly tree?: AccessibilityTree;
}

/** Options of a visit. */
export interface VisitOptions {
  /** The locale of the page, Dutch by default. */
  readonly locale?: StoryLocale;
  /**
   * Checks the played story while its timers are stopped, and returns complaints. It may change the viewport,
   * the media and the page's globals.
   */
  readonly look?: (opened: StoriesPage) => Promise<readonly string[]>;
}

/** A page that plays stories one after the other, as when a user browses them. */
export interface StoriesPage {
  readonly page: Page;
  /** A session of the DevTools protocol. */
  readonly session: CDPSession;
  /** The errors in the console. */
  readonly errors: string[];
  readonly locale: StoryLocale;
}

/** Without motion, colours have their final value at once, also for axe. */
const CONTEXT = {
  reducedMotion: 'reduce',
  locale: 'nl-NL',
  timezoneId: 'Europe/Amsterdam',
} as const;

/** The viewport of a new page; a look at the story before may have changed it. */
const VIEWPORT = { width: 1280, height: 720 };

/** Grey antialiasing and unhinted positions of letters make pictures equal on more computers. */
const PAINTING = [
  '--disable-lcd-text',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
];

/** Milliseconds for a page of documentation with all its stories: enough on a busy machine. */
const DOCS_TIMEOUT = 60_000;

/** The script of the tests, for every page of stories. */
export const STORY_TESTS = pageScript(new URL('in-page/story-tests.ts', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/* Run in the page. */
const untilReady = () => window.storyTests.untilReady();
const readIndex = () => window.storyTests.readIndex();
const play = (id: string) => window.storyTests.play(id);
const showDocs = (id: string) => window.storyTests.showDocs(id);
const stepOf = (tag: string) => {
  const element = document.querySelector<Element & { flow?: { state: { step: string } } }>(
    `#storybook-root ${tag}`,
  );
  return element?.flow?.state.step;
};

function checkConsole(errors: readonly string[], expected?: string): string[] {
  if (expected === undefined) return errors.map((error) => `console: ${error}`);
  return errors.length === 1 && errors[0]?.includes(expected)
    ? []
    : [`console: expected one error about "${expected}", got ${JSON.stringify(errors)}`];
}

const checkStep = (step: string | undefined, expected: string | undefined): string[] =>
  step === expected ? [] : [`the flow is at "${step}", the story says "${expected}"`];

/** Serves the built Storybook on a port of its own. */
async function serveStorybook() {
  const server = fastify({ forceCloseConnections: true });
  server.register(fastifyStatic, {
    root: fileURLToPath(new URL('../../storybook-static', import.meta.url)),
  });
  // Browsers request it by themselves, and log an error if it is missing.
  server.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  return {
    address: await server.listen({ port: 0, host: '127.0.0.1' }),
    close: () => server.close(),
  };
}

/**
 * Opens the built Storybook in a browser, after building it if a source is newer.
 *
 * @throws {Error} If the build fails or there is no browser.
 */
export async function openStorybook() {
  build('translations');
  build('storybook');
  const server = await serveStorybook();
  const browser = await launchChromium(PAINTING);

  const openPage = async (locale: StoryLocale): Promise<StoriesPage> => {
    // One context a page: tabs of the same browser would report changes to each other.
    const context = await browser.newContext({ ...CONTEXT, viewport: VIEWPORT });
    await context.addInitScript(STORY_TESTS);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${server.address}/iframe.html?viewMode=story&globals=locale:${locale}`);
    const session = await context.newCDPSession(page);
    await page.evaluate(untilReady);
    return { page, session, errors, locale };
  };

  const idle: StoriesPage[] = [];
  const takePage = async (locale: StoryLocale): Promise<StoriesPage> => {
    const index = idle.findIndex((opened) => opened.locale === locale);
    const [opened] = index < 0 ? [] : idle.splice(index, 1);
    if (!opened) {
      const fresh = await openPage(locale);
      await fresh.page.evaluate(AXE);
      return fresh;
    }
    await opened.page.setViewportSize(VIEWPORT);
    await opened.page.emulateMedia({ forcedColors: 'none' });
    opened.errors.length = 0;
    return opened;
  };

  const first = await takePage('nl');
  const { stories, docs } = await first.page.evaluate(readIndex);
  idle.push(first);

  return {
    stories,
    docs,

    /** Plays one story, on a light page of 1280 pixels. */
    async visit(story: BuiltStory, { locale = 'nl', look }: VisitOptions = {}): Promise<Visit> {
      const { id, tag, flow, step, consoleError } = story;
      const opened = await takePage(locale);
      const { page, session, errors } = opened;
      const end = await page.evaluate(play, id);
      if (end.failure) {
        await page.close();
        return { complaints: [end.failure, ...errors] };
      }
      const tree = await readAccessibilityTree(session, '#storybook-root');
      const reached = await page.evaluate(stepOf, tag);
      const found = (await look?.(opened)) ?? [];
      const complaints = [
        ...end.violations,
        ...(flow ? checkStep(reached, step) : []),
        ...found,
        ...checkConsole(errors, consoleError),
      ];
      idle.push(opened);
      return { complaints, tree };
    },

    /** Shows one page of documentation, and returns complaints. */
    async readDocs({ id, title }: BuiltDocs): Promise<string[]> {
      const { page, errors } = await openPage('nl');
      page.setDefaultTimeout(DOCS_TIMEOUT);
      const failure = await page.evaluate(showDocs, id);
      await page.waitForLoadState('networkidle');
      await page.close();
      // The documentation of an element shows all its stories, with their console errors.
      const expected = stories
        .filter((story) => story.title === title)
        .flatMap(({ consoleError }) => consoleError ?? []);
      const others = errors.filter((error) => !expected.some((part) => error.includes(part)));
      return [...(failure ? [failure] : []), ...checkConsole(others)];
    },

    async close(): Promise<void> {
      await browser.close();
      await server.close();
    },
  };
}
