import { expect } from '@open-wc/testing';
import { SAMPLE, scriptedBackend } from '../../../src/testing/index.js';
import { message } from '../../support/message.js';
import { visibleElements, show, text, untilText } from '../../support/page.js';
import { enter, LINKED, onAHandheld, scanning, unfold } from './enrollment-page.js';

const steps = (element: HTMLElement): string[] =>
  visibleElements(element)
    .filter((it) => it.matches('.app-steps li'))
    .map(text);

const folds = (element: HTMLElement): string[] =>
  visibleElements(element)
    .filter((it) => it.matches('summary[part~=show-steps]'))
    .map(text);

describe('what to do in the app', () => {
  it('is given for two apps by name and for any other, one at a time', async () => {
    const { element } = await scanning();
    expect(folds(element)).to.deep.equal([
      message('guide.app', 'Google Authenticator'),
      message('guide.app', 'Microsoft Authenticator'),
      message('guide.other'),
    ]);
    expect(steps(element)).to.deep.equal([]);
    await unfold(element, 'steps', 0);
    expect(steps(element)).to.deep.equal([
      message('guide.google.add'),
      message('guide.google.scan'),
      message('guide.aim-camera'),
    ]);
    await unfold(element, 'steps', 1);
    await element.updateComplete;
    expect(steps(element)).to.deep.equal([
      message('guide.microsoft.add'),
      message('guide.microsoft.other'),
      message('guide.aim-camera'),
    ]);
    await expect(element).to.be.accessible();
  });

  it('stays open while a code is refused, and can be folded away again', async () => {
    const { element } = await scanning();
    await unfold(element, 'steps', 2);
    enter(element, '123');
    await untilText(element, message('code.incomplete', 6));
    expect(steps(element)).to.have.length(3);
    await unfold(element, 'steps', 2);
    expect(steps(element)).to.deep.equal([]);
  });

  it('can be set for the apps of the page', async () => {
    const apps = [
      { name: 'Aegis', manual: 'https://getaegis.app/', steps: ['Tik op het plusje.', 'Scan.'] },
    ];
    const { element } = await scanning({}, { apps });
    expect(folds(element)).to.deep.equal([message('guide.app', 'Aegis'), message('guide.other')]);
    await unfold(element, 'steps', 0);
    expect(steps(element)).to.deep.equal(['Tik op het plusje.', 'Scan.']);
  });

  it('links to no script, whatever the page sets (C25)', async () => {
    const apps = [
      { name: 'Aegis', manual: 'javascript:alert(1)', ios: 'data:text/html,x', android: '/app' },
    ];
    const { element } = await scanning({}, { apps });
    const urls = visibleElements(element).map((it) => it.getAttribute('href'));
    expect(urls.filter(Boolean)).to.deep.equal(['/app']);
    expect(text(element)).to.include('Aegis');
  });

  it('is replaced by the markup of the author', async () => {
    const backend = scriptedBackend();
    const element = await show('mfa-enrollment', { backend }, '<p slot="guide">Vraag Sanne.</p>');
    await untilText(element, message('enrollment.code.heading'));
    expect(text(element)).to.include('Vraag Sanne.');
    expect(folds(element)).to.deep.equal([]);
  });

  it('names the app at the server after the opened steps', async () => {
    const { element, backend } = await scanning();
    await unfold(element, 'steps', 1);
    enter(element, SAMPLE.code);
    await untilText(element, LINKED);
    expect(backend.calls.at(-1)?.input).to.deep.equal({
      enrollmentId: SAMPLE.enrollmentId,
      secret: SAMPLE.secret,
      code: SAMPLE.code,
      name: 'Microsoft Authenticator',
    });
  });

  for (const [name, index] of [
    ['no steps', undefined],
    ['the steps for another app', 2],
  ] as const) {
    it(`guesses no name when the person opened ${name}`, async () => {
      const { element, backend } = await scanning();
      if (index !== undefined) {
        await unfold(element, 'steps', index);
      }
      enter(element, SAMPLE.code);
      await untilText(element, LINKED);
      expect(backend.calls.at(-1)?.input).not.to.have.property('name');
    });
  }

  describe('on the phone itself', () => {
    onAHandheld();

    it('is about the key, because nothing can be scanned there', async () => {
      const { element } = await scanning();
      await unfold(element, 'key');
      await unfold(element, 'steps', 1);
      expect(steps(element)).to.deep.equal([
        message('guide.copy-key'),
        message('guide.microsoft.add'),
        message('guide.microsoft.key'),
        message('guide.microsoft.fill-in'),
      ]);
      await expect(element).to.be.accessible();
    });
  });
});
