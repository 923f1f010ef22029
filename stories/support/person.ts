/**
 * What a person does in a story: found by role, label and text, through every shadow tree, because
 * the buttons stand in one and the inputs in the page's own.
 */
import {
  queryAllByLabelText,
  queryAllByRole,
  queryAllByText,
  userEvent,
  waitFor,
} from 'storybook/test';
import { MfaError, type MfaErrorKind } from '../../src/index.js';
import { errorMessage } from '../../src/localization/error-message.js';
import { SAMPLE } from '../../src/testing/index.js';
import { reads, tells, words, type Words } from './find-message.js';

/** The page and every shadow tree in it. Queries take them all; their type says HTMLElement. */
function* treesIn(root: ParentNode): Generator<HTMLElement> {
  yield root as HTMLElement;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    if (shadowRoot) yield* treesIn(shadowRoot);
  }
}

/** Milliseconds: some stories wait a second or two by themselves. */
const PATIENCE = 8000;

const find = (
  page: HTMLElement,
  query: (tree: HTMLElement) => HTMLElement[],
): Promise<HTMLElement> =>
  waitFor(
    () => {
      for (const tree of treesIn(page)) {
        const [found] = query(tree);
        if (found) return found;
      }
      throw new Error('This is not on the page.');
    },
    { timeout: PATIENCE },
  );

/** Waits for a text and fails when it does not come. */
export async function see(page: HTMLElement, text: Words | string): Promise<void> {
  await find(page, (tree) => queryAllByText(tree, (content) => tells(content, text)));
}

/** Waits for the sentence about an error. */
export async function seeError(page: HTMLElement, error: MfaError | MfaErrorKind): Promise<void> {
  const sentence = errorMessage(typeof error === 'string' ? new MfaError(error, '') : error);
  await find(page, (tree) => queryAllByText(tree, (content) => reads(content, sentence)));
}

/** Waits for a picture with this name. */
export async function seePicture(page: HTMLElement, name: Words | string): Promise<void> {
  await find(page, (tree) => queryAllByRole(tree, 'img', { name: (given) => reads(given, name) }));
}

/** Presses the button with this name. */
export async function press(page: HTMLElement, name: Words): Promise<void> {
  await userEvent.click(
    await find(page, (tree) =>
      queryAllByRole(tree, 'button', { name: (given) => reads(given, name) }),
    ),
  );
}

/** Fills in the field with this label. */
export async function fillIn(
  page: HTMLElement,
  label: Words | string,
  text: string,
): Promise<void> {
  const labelled = (tree: HTMLElement) =>
    queryAllByLabelText(tree, (content) => reads(content, label));
  await userEvent.type(await find(page, labelled), text);
}

/** Pastes a text into the field with this label. */
export async function paste(page: HTMLElement, label: Words, text: string): Promise<void> {
  await fillIn(page, label, '{Control>}a{/Control}');
  await userEvent.paste(text);
}

/** Fills in a code, by default the right one, and sends it. */
export async function submitCode(page: HTMLElement, code: string = SAMPLE.code): Promise<void> {
  await fillIn(page, words.code, code);
  await press(page, words.verifyCode);
}

/** Fills in a password, by default the right one, and sends it. */
export async function submitPassword(
  page: HTMLElement,
  password: string = SAMPLE.password,
): Promise<void> {
  await fillIn(page, words.password, password);
  await press(page, words.confirm);
}

/** Says that the recovery codes are kept, and goes on. */
export async function keepRecoveryCodes(page: HTMLElement): Promise<void> {
  await tickKept(page);
  await press(page, words.onContinue);
}

/** Says that the new recovery codes are kept, and is done. */
export async function finishRecoveryCodes(page: HTMLElement): Promise<void> {
  await tickKept(page);
  await press(page, words.done);
}

/** Says that the recovery codes are kept. */
export async function tickKept(page: HTMLElement): Promise<void> {
  await userEvent.click(
    await find(page, (tree) =>
      queryAllByRole(tree, 'checkbox', { name: (given) => reads(given, words.kept) }),
    ),
  );
}
