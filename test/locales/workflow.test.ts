import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { report } from '../../locales/tools/report.js';
import { FixtureProject } from './fixture-project.js';

const LEFT = 'You have ${left} of your ${total} codes left.';
const LINK_0 = '<x id="0" equiv-text="${left}"/>';
const LINK_1 = '<x id="1" equiv-text="${total}"/>';

/** A Dutch text for every message, so that nothing else is reported. */
const DUTCH = {
  'a.heading': 'Codes',
  'b.left': `Je hebt nog ${LINK_0} van je ${LINK_1} codes.`,
};

describe('npm run locales', () => {
  let project: FixtureProject;

  beforeEach(async () => {
    project = new FixtureProject();
    project.code({ 'a.heading': 'Recovery codes', 'b.left': LEFT });
    await project.update();
    for (const [id, text] of Object.entries(DUTCH)) project.translate('nl', id, text);
    await project.update();
  });
  afterEach(() => project.remove());

  it('reports missing translations, and nothing if all exist', async () => {
    const locale = await project.update();
    assert.deepEqual(locale('nl').missing, []);
    assert.deepEqual(locale('de').missing, ['a.heading', 'b.left']);
    assert.deepEqual(project.check(), []);
  });

  it('writes the same files when it runs again', async () => {
    const files = ['nl', 'nl-x-formal', 'de'].flatMap((locale) => [
      `locales/${locale}.xlf`,
      `locales/lock/${locale}.json`,
      `built/${locale}.ts`,
    ]);
    const before = files.map((file) => project.read(file));
    await project.update();
    assert.deepEqual(
      files.map((file) => project.read(file)),
      before,
    );
  });

  it('adds a new message at its screen, and reports in nl that it has to be translated', async () => {
    project.code({ 'b.left': LEFT, 'a.lead': 'Keep them.', 'a.heading': 'Recovery codes' });
    assert.deepEqual((await project.update())('nl').missing, ['a.lead']);
    const ids = [...project.read('locales/nl.xlf').matchAll(/trans-unit id="(.+?)"/g)];
    assert.deepEqual(
      ids.map(([, id]) => id),
      ['a.heading', 'a.lead', 'b.left'],
    );
    assert.deepEqual(project.check(), ['nl: a.lead is missing.']);
  });

  it('is required if a file is older than the code', () => {
    project.code({ 'a.heading': 'Your recovery codes', 'b.left': LEFT });
    assert.ok(
      project
        .check()
        .includes(
          'locales/nl.xlf is older than the code or the translations: run npm run locales, and commit what it writes.',
        ),
    );
    assert.ok(project.check().includes('nl: a.heading is stale: its English has changed.'));
  });

  describe('if the English has changed', () => {
    beforeEach(async () => {
      project.code({ 'a.heading': 'Your recovery codes', 'b.left': LEFT });
      await project.update();
    });

    it('keeps the translation, marks it in the file, and reports it each time', async () => {
      const locale = await project.update();
      assert.deepEqual(locale('nl').stale, ['a.heading']);
      assert.match(
        project.read('locales/nl.xlf'),
        /<target state="needs-review-translation">Codes<\/target>/,
      );
      assert.deepEqual(project.check(), ['nl: a.heading is stale: its English has changed.']);
      assert.equal((await project.built('nl'))['a.heading'], 'Codes');
    });

    it('treats a changed text as a new translation', async () => {
      project.translate('nl', 'a.heading', 'Je codes');
      assert.deepEqual((await project.update())('nl').stale, []);
      assert.doesNotMatch(project.read('locales/nl.xlf'), /state=/);
      assert.deepEqual(project.check(), []);
    });

    it('accepts a new text if the editor of the translator leaves the mark beside it', async () => {
      project.edit('locales/nl.xlf', (text) => text.replace('>Codes<', '>Je codes<'));
      assert.deepEqual((await project.update())('nl').stale, []);
      assert.doesNotMatch(project.read('locales/nl.xlf'), /state=/);
    });

    for (const state of ['translated', 'final', 'signed-off']) {
      it(`accepts the unchanged translation once its state is ${state}`, async () => {
        project.edit('locales/nl.xlf', (text) => text.replace('needs-review-translation', state));
        assert.deepEqual((await project.update())('nl').stale, []);
        assert.deepEqual(project.check(), []);
        project.code({ 'a.heading': 'All your recovery codes', 'b.left': LEFT });
        assert.deepEqual((await project.update())('nl').stale, ['a.heading']);
      });
    }

    it('no longer reports the translation when the old English returns', async () => {
      project.code({ 'a.heading': 'Recovery codes', 'b.left': LEFT });
      assert.deepEqual((await project.update())('nl').stale, []);
      assert.doesNotMatch(project.read('locales/nl.xlf'), /state=/);
    });

    it('recognizes a translation of the previous English in an older file', async () => {
      const older = project
        .read('locales/nl.xlf')
        .replace('<source>Your recovery codes<', '<source>Recovery codes<')
        .replace(' state="needs-review-translation">Codes<', '>De codes<');
      project.write('locales/nl.xlf', older);
      assert.deepEqual((await project.update())('nl').stale, ['a.heading']);
    });

    it('notices the change even if another tool has changed the English in the file', async () => {
      project.edit('locales/nl.xlf', (text) =>
        text.replace(' state="needs-review-translation"', ''),
      );
      assert.deepEqual((await project.update())('nl').stale, ['a.heading']);
    });
  });

  it('keeps a placeholder whose expression was renamed', async () => {
    project.code({ 'a.heading': 'Recovery codes', 'b.left': LEFT.replace('left}', 'count}') });
    const dutch = (await project.update())('nl');
    assert.deepEqual([dutch.stale, dutch.wrong], [[], []]);
    assert.ok(
      project
        .read('locales/nl.xlf')
        .includes('<target>Je hebt nog <x id="0" equiv-text="${count}"/> van je '),
    );
    assert.deepEqual(project.check(), []);
  });

  it('keeps each value with its text if the English puts them in another order', async () => {
    project.code({
      'a.heading': 'Recovery codes',
      'b.left': 'Of ${total} codes ${left} are left.',
    });
    assert.deepEqual((await project.update())('nl').stale, ['b.left']);
    assert.match(
      project.read('locales/nl.xlf'),
      /<target [^>]*>Je hebt nog <x id="1" equiv-text="\$\{left\}"\/> van je <x id="0"/,
    );
  });

  it('reports wrong placeholders, and builds with the base locale instead', async () => {
    project.translate('nl', 'b.left', `Nog ${LINK_0} en ${LINK_0}.`);
    project.translate('nl-x-formal', 'b.left', 'U hebt nog codes.');
    const locale = await project.update();
    assert.deepEqual(locale('nl').wrong, ['b.left has no {1}, has {0} more than once']);
    assert.deepEqual(locale('nl-x-formal').wrong, ['b.left has no {0}, has no {1}']);
    assert.deepEqual(project.check(), ['nl: b.left has no {1}, has {0} more than once.']);
    project.translate('nl', 'b.left', DUTCH['b.left']);
    await project.update();
    const built = await project.built('nl-x-formal');
    assert.deepEqual(built['b.left'], (await project.built('nl'))['b.left']);
  });

  it('accepts {0} as the placeholder, as pages write it', async () => {
    project.translate('nl', 'b.left', 'Nog {0} van {1}.');
    assert.deepEqual((await project.update())('nl').wrong, []);
    assert.ok(
      project.read('locales/nl.xlf').includes(`<target>Nog ${LINK_0} van ${LINK_1}.</target>`),
    );
  });

  it('removes a message that is gone, and restores its translation from the history', async () => {
    const before = project.read('locales/nl.xlf');
    project.code({ 'b.left': LEFT });
    const gone = (await project.update())('nl');
    assert.deepEqual(Object.keys(gone.lock), ['b.left']);
    assert.ok(!project.read('locales/nl.xlf').includes('a.heading'));
    project.code({ 'b.left': LEFT, 'a.heading': 'Recovery codes' });
    project.write('locales/nl.xlf', before);
    const back = (await project.update())('nl');
    assert.deepEqual([back.stale, back.missing], [[], []]);
    assert.equal(project.read('locales/nl.xlf'), before);
  });

  it('keeps a translation whose id is also changed in the file', async () => {
    project.code({ 'a.title': 'Recovery codes', 'b.left': LEFT });
    project.edit('locales/nl.xlf', (text) => text.replace('"a.heading"', '"a.title"'));
    const dutch = (await project.update())('nl');
    assert.deepEqual([dutch.missing, dutch.stale], [[], []]);
    assert.deepEqual(Object.keys(dutch.lock), ['a.title', 'b.left']);
  });

  it('lists the stories that show a message, and keeps them while there is no list', async () => {
    project.write(
      'locales/stories.json',
      JSON.stringify({ 'a.heading': ['codes--list', 'codes--new'] }),
    );
    await project.update();
    const noted = project.read('locales/nl.xlf');
    assert.match(noted, /<note from="story">codes--list<\/note>\s+<note from="story">codes--new</);
    project.write('locales/stories.json', '{}');
    assert.deepEqual(project.check(), []);
    assert.equal(project.read('locales/nl.xlf'), noted);
  });

  it('reports the totals in a table, and each message by id', async () => {
    project.code({ 'a.heading': 'Your recovery codes', 'c.new': 'New' });
    const locale = await project.update();
    const printed = report(new Map([['nl', locale('nl')]]));
    assert.deepEqual(printed.split('\n'), [
      'locale  translated  missing  stale  wrong placeholders',
      'nl          1 of 2        1      1                   0',
      '',
      'nl, missing:',
      '  c.new',
      '',
      'nl, stale: the English has changed:',
      '  a.heading',
    ]);
  });

  it('builds formal Dutch as Dutch, and German as English, while they are missing', async () => {
    await project.build();
    const [formal, german] = [await project.built('nl-x-formal'), await project.built('de')];
    assert.equal(formal['a.heading'], 'Codes');
    assert.equal(german['a.heading'], 'Recovery codes');
  });

  it('builds every text as it is written: markup, quotes, adjacent values', async () => {
    const text = '<b> & `code` \\ $1';
    project.code({ 'a.heading': 'Recovery codes', 'b.left': 'Left ${left} ${total} of ${name}.' });
    project.translate('nl', 'a.heading', text.replace('&', '&amp;').replace('<', '&lt;'));
    project.translate('nl', 'b.left', 'Van {1} nog {0}!');
    await project.build();
    const built = await project.built('nl');
    assert.equal(built['a.heading'], text);
    assert.equal(built['b.left'], 'Van {2} nog {0} {1}!');
  });

  it('builds from the existing files, and writes nothing in locales, even if the code is newer', async () => {
    project.code({ 'a.heading': 'Recovery codes', 'b.left': LEFT, 'c.new': 'New' });
    const before = project.read('locales/nl.xlf');
    await project.build();
    assert.equal(project.read('locales/nl.xlf'), before);
    assert.equal((await project.built('nl'))['c.new'], 'New');
    assert.equal((await project.built('nl'))['a.heading'], 'Codes');
  });
});

describe("A translator's file, as any editor may write it", () => {
  let project: FixtureProject;

  beforeEach(async () => {
    project = new FixtureProject();
    project.code({ 'a.heading': 'Codes & keys', 'b.left': LEFT });
    await project.update();
  });
  afterEach(() => project.remove());

  const units = {
    heading: `<trans-unit approved="yes" id="a.heading"><source>Codes &#38; keys</source><target xml:lang="nl">Codes &#x26; sl&#101;utels</target><note from="jan" priority="1">Zo in de handleiding</note><alt-trans><source>Codes</source><target>Codes</target></alt-trans><note from="lit-localize">old</note></trans-unit>`,
    left: `<trans-unit id="b.left" xml:space="preserve"><target>\n    Je hebt <x equiv-text="\${left}" id="0"></x>\n    van <x equiv-text="\${total}" id="1"/>.\n  </target><source>${LEFT.replace('${left}', LINK_0).replace('${total}', LINK_1)}</source></trans-unit>`,
  };

  it('is read: byte order mark, line ends, entities, other order, broken lines', async () => {
    const text = `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file datatype="plaintext" original="x" source-language="en" target-language="nl"><body>\n${units.left}\n${units.heading}\n</body></file></xliff>`;
    project.write('locales/nl.xlf', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const dutch = (await project.update())('nl');
    assert.deepEqual([dutch.missing, dutch.stale, dutch.wrong], [[], [], []]);
    const built = await project.built('nl');
    assert.equal(built['a.heading'], 'Codes & sleutels');
    const written = project.read('locales/nl.xlf');
    assert.ok(written.includes(`<target>Je hebt ${LINK_0} van ${LINK_1}.</target>`));
    assert.doesNotMatch(written, /\r|\uFEFF/);
    await project.update();
    assert.equal(project.read('locales/nl.xlf'), written);
  });

  it('keeps the parts of others: their notes, approval, other translations', async () => {
    const text = `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file><body>${units.heading}</body></file></xliff>`;
    project.write('locales/nl.xlf', text);
    await project.update();
    const written = project.read('locales/nl.xlf');
    assert.ok(written.includes('<trans-unit id="a.heading" approved="yes">'));
    assert.ok(written.includes('<note from="jan" priority="1">Zo in de handleiding</note>'));
    assert.ok(
      written.includes('<alt-trans><source>Codes</source><target>Codes</target></alt-trans>'),
    );
    assert.ok(written.includes('<note from="lit-localize">Screen a: what a.heading is</note>'));
    assert.doesNotMatch(written, />old</);
  });

  for (const [what, text, why] of [
    ['text that is not XML', '<xliff><file', 'locales/nl.xlf cannot be read'],
    [
      'a message twice',
      `<xliff><file><body>${units.heading}${units.heading}</body></file></xliff>`,
      'The message "a.heading" is in it twice.',
    ],
  ] as const) {
    it(`is refused, and not changed, if it has ${what}`, async () => {
      project.write('locales/nl.xlf', text);
      await assert.rejects(project.update(), (error: Error) => error.message.includes(why));
      assert.equal(project.read('locales/nl.xlf'), text);
    });
  }

  it('treats an empty target as missing', async () => {
    project.translate('nl', 'a.heading', ' ');
    assert.deepEqual((await project.update())('nl').missing, ['a.heading', 'b.left']);
  });
});
