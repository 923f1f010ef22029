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

/** A story, with what its parameters say about where it ends. */
export interface BuiltStory {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly tag: string;
  readonly flow?: string | undefined;
  readonly step?: string | undefined;
  /** Part of the one error that the story leaves in the console. */
  readonly consoleError?: string | undefined;
  /** It shows an amount, and is looked at in the story that shows a few. */
  readonly shows?: 'amount' | undefined;
  /** The beginning of a text that is cut off on purpose. */
  readonly cutOff?: string | undefined;
  /** The only language that it is told in, whatever the page's. */
  readonly locale?: string | undefined;
}

/** A page of documentation. */
export interface BuiltDocs {
  readonly id: string;
  readonly title: string;
  readonly name: string;
}

/** How a story ended. */
export interface Visit {
  /** What is wrong with it. */
  readonly complaints: readonly string[];
  /** What a screen reader meets at its end; left out when the story failed. */
  readonly tree?: AccessibilityTree;
}

/** How a story is visited. */
export interface VisitOptions {
  /** Of the page; Dutch when left out. */
  readonly locale?: StoryLocale;
  /**
   * Looks at the story when it was played, with the time held, and says what is wrong with it. It may
   * change the viewport, the media and the page's globals.
   */
  readonly look?: (opened: StoriesPage) => Promise<readonly string[]>;
}

/** A page in which stories are played, one after the other, as for whoever browses them. */
export interface StoriesPage {
  readonly page: Page;
  /** Of the browser's own protocol. */
  readonly session: CDPSession;
  /** What the console complained of. */
  readonly errors: string[];
  readonly locale: StoryLocale;
}

/** Without motion a colour is itself at once, also for axe. */
const PERSON = {
  reducedMotion: 'reduce',
  locale: 'nl-NL',
  timezoneId: 'Europe/Amsterdam',
} as const;

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

const STORY_TESTS = pageScript(new URL('in-page/story-tests.ts', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Run in the page. */
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
  // A browser asks for it by itself, and complains where there is none.
  server.get('/favicon.ico', (_request, reply) => reply.code(204).send());
  return {
    address: await server.listen({ port: 0, host: '127.0.0.1' }),
    close: () => server.close(),
  };
}

/**
 * Opens the built Storybook in a browser; built first when what it is made of is newer.
 *
 * @throws {Error} when the build fails or there is no browser
 */
export async function openStorybook() {
  build('translations');
  build('storybook');
  const server = await serveStorybook();
  const browser = await launchChromium(PAINTING);

  const openPage = async (locale: StoryLocale): Promise<StoriesPage> => {
    // A context each: tabs of one person would tell each other what changed.
    const context = await browser.newContext({ ...PERSON, viewport: VIEWPORT });
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

  const resting: StoriesPage[] = [];
  const takePage = async (locale: StoryLocale): Promise<StoriesPage> => {
    const index = resting.findIndex((opened) => opened.locale === locale);
    const [opened] = index < 0 ? [] : resting.splice(index, 1);
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
  resting.push(first);

  return {
    stories,
    docs,

    /** Plays one story, on a page of 1280 pixels in the light. */
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
      const seen = (await look?.(opened)) ?? [];
      const complaints = [
        ...end.violations,
        ...(flow ? checkStep(reached, step) : []),
        ...seen,
        ...checkConsole(errors, consoleError),
      ];
      resting.push(opened);
      return { complaints, tree };
    },

    /** Shows one page of documentation and says what is wrong with it. */
    async readDocs({ id, title }: BuiltDocs): Promise<string[]> {
      const { page, errors } = await openPage('nl');
      page.setDefaultTimeout(DOCS_PATIENCE);
      const failure = await page.evaluate(showDocs, id);
      await page.waitForLoadState('networkidle');
      await page.close();
      // The documentation of a tag shows all its stories, with what those leave in the console.
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
