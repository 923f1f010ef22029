import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ProjectLocales } from '../../locales/tools/project-locales.js';
import { flowSteps } from '../../stories/.storybook/flow-steps.js';
import { openStorybook, type BuiltStory, type StoriesPage } from './built-storybook.js';
import { ACCEPTS } from './accepted.js';
import { acceptedTrees, compareTree, dropTree, treeFile } from './accepted-trees.js';
import {
  localeCoverage,
  messageCoverage,
  messagesOf,
  stateCoverage,
  type Counts,
} from './coverage.js';
import { lookAtStory, NARROWEST } from './look-at-story.js';
import { LOCALES } from '../../locales/languages.js';
import { ALL_LOOKS, coveringLooks, thoroughLooks, type Look } from './looks.js';
import {
  acceptedPictures,
  comparePicture,
  dropPicture,
  deleteDiffering,
  pictureFiles,
} from './pictures/accepted-pictures.js';
import { takePictures } from './pictures/take-pictures.js';
import { secretsInNames } from './secrets-in-names.js';
import {
  readMessageStories,
  storiesByMessage,
  writeMessageStories,
  type StoryMessages,
} from './story-messages.js';

/** `npm run test:long` checks every story in every look, and plays it in every language. */
const IS_LONG = process.env.LONG === '1';

/** Two browser pages keep two processors busy; more would only wait for each other. */
const PAGES = 2;

/** Milliseconds for one story: enough on a busy machine. */
const TIMEOUT = IS_LONG ? 600_000 : 180_000;

const storybook = await openStorybook();
after(() => storybook.close());
deleteDiffering();

const flows = flowSteps();
const { locales } = new ProjectLocales(fileURLToPath(new URL('../../', import.meta.url))).check();
const counts: Counts = { stories: 0, plays: 0, looks: 0, pictures: 0, docs: 0 };
const played: StoryMessages[] = [];

function looksOf({ shows }: BuiltStory, turn: number): readonly Look[] {
  if (ACCEPTS || shows === 'amount') return [];
  return IS_LONG ? ALL_LOOKS : coveringLooks(turn);
}

/** Runs all checks of a played story, and returns complaints. */
async function look(opened: StoriesPage, story: BuiltStory, turn: number): Promise<string[]> {
  const { page } = opened;
  played.push({ story: story.id, ...(await page.evaluate(readMessages)) });
  const { pictures, complaints } = await takePictures(opened);
  const wrong = [...complaints];
  for (const picture of pictures) {
    wrong.push(...comparePicture(story, picture));
    counts.pictures += 1;
  }
  const looks = looksOf(story, turn);
  const narrow = looks.find(({ width }) => width === NARROWEST);
  const thorough = thoroughLooks(looks, turn);
  // The width takes longest to change.
  for (const one of looks.toSorted((look, other) => look.width - other.width)) {
    const faults = await lookAtStory(page, one, {
      hasAllRules: IS_LONG || thorough.has(one),
      hasStoryChecks: IS_LONG || one === narrow,
    });
    wrong.push(...faults.filter((fault) => !story.cutOff || !fault.includes(`“${story.cutOff}`)));
    counts.looks += 1;
  }
  counts.stories += 1;
  return wrong;
}

/* Runs in the page. */
const readMessages = () => window.storyTests.readMessages();

const fail = (wrong: readonly string[]): void => assert.ok(wrong.length === 0, wrong.join('\n'));

describe(
  'every story renders, plays, is accessible, and reads and looks as accepted',
  { concurrency: PAGES },
  () => {
    for (const [turn, story] of storybook.stories.entries()) {
      it(`${story.title}: ${story.name}`, { timeout: TIMEOUT }, async () => {
        const { complaints, tree } = await storybook.visit(story, {
          look: (opened) => look(opened, story, turn),
        });
        counts.plays += 1;
        const treeFaults = tree ? [...secretsInNames(tree), ...compareTree(story, tree.text)] : [];
        fail([...complaints, ...treeFaults]);
      });
    }
  },
);

describe('stories play in other languages', { concurrency: PAGES }, () => {
  const translated = storybook.stories.filter(
    ({ title, locale }) => locale === undefined && (IS_LONG || title === 'Journey'),
  );
  for (const locale of LOCALES.filter((one) => one !== 'nl')) {
    for (const story of ACCEPTS ? [] : translated) {
      it(`${locale}: ${story.title}: ${story.name}`, { timeout: TIMEOUT }, async () => {
        const { complaints } = await storybook.visit(story, { locale });
        counts.plays += 1;
        fail(complaints);
      });
    }
  }
});

describe('every page of documentation renders', { concurrency: PAGES }, () => {
  for (const docs of ACCEPTS ? [] : storybook.docs) {
    it(`${docs.title}: ${docs.name}`, { timeout: 2 * TIMEOUT }, async () => {
      fail(await storybook.readDocs(docs));
      counts.docs += 1;
    });
  }
});

describe('the accepted files', () => {
  it('are one of its own for each story', () => {
    const files = storybook.stories.map(treeFile);
    assert.equal(new Set(files).size, files.length);
  });

  it('all belong to a story', () => {
    const trees = new Set(storybook.stories.map(treeFile));
    const pictures = new Set(storybook.stories.flatMap(pictureFiles));
    const staleTrees = acceptedTrees().filter((file) => !trees.has(file));
    const stalePictures = acceptedPictures().filter((file) => !pictures.has(file));
    if (ACCEPTS) {
      staleTrees.forEach(dropTree);
      stalePictures.forEach(dropPicture);
    } else assert.deepEqual([...staleTrees, ...stalePictures], [], 'npm run accept removes them');
  });
});

describe('every message has a story that shows it', () => {
  const shownIn = () => {
    const order = storybook.stories.map(({ id }) => id);
    return storiesByMessage(
      played.toSorted((one, other) => order.indexOf(one.story) - order.indexOf(other.story)),
    );
  };

  it('and locales/stories.json names it', async () => {
    assert.equal(played.length, storybook.stories.length, 'not every story could be played');
    if (ACCEPTS) await writeMessageStories(shownIn());
    else assert.deepEqual(readMessageStories(), shownIn(), 'If it is meant, run npm run accept.');
  });

  it('so that translators can see everything they translate', () => {
    const stories = shownIn();
    const unseen = messagesOf(locales).filter(({ id }) => !(id in stories));
    assert.deepEqual(
      unseen.map(({ id }) => id),
      [],
    );
  });
});

describe('every step of every flow has a story', () => {
  it('finds the flows that stories show', () => {
    const shown = new Set(storybook.stories.flatMap(({ flow }) => flow ?? []));
    assert.deepEqual([...flows.keys()].sort(), [...shown].sort());
  });

  for (const [flow, steps] of flows) {
    it(flow, () => {
      const shown = new Set(
        storybook.stories.filter((story) => story.flow === flow).map(({ step }) => step),
      );
      assert.deepEqual([...shown].sort(), [...steps].sort());
    });
  }
});

after(() => {
  console.log('Steps of the flows');
  console.table(stateCoverage(flows, storybook.stories));
  console.log('Messages, by screen: shown by a story, only rendered by one, or in none');
  console.table(messageCoverage(locales, played, storiesByMessage(played)));
  console.log('Locales');
  console.table(localeCoverage(locales));
  console.log('Visited');
  console.table(counts);
});
