/**
 * The actions of a user in a story. They find elements by role, label and text through every shadow tree:
 * buttons are in one, inputs in the light DOM.
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
import { isMessage, containsMessage, messages, type MessageQuery } from './find-message.js';

/** The page and every shadow tree in it. Queries accept them all, although their type says HTMLElement. */
function* treesIn(root: ParentNode): Generator<HTMLElement> {
  yield root as HTMLElement;
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    if (shadowRoot) yield* treesIn(shadowRoot);
  }
}

/** Milliseconds: some stories themselves wait a second or two. */
const TIMEOUT = 8000;

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
    { timeout: TIMEOUT },
  );

/** Waits for a text, and fails if it does not appear. */
export async function see(page: HTMLElement, text: MessageQuery | string): Promise<void> {
  await find(page, (tree) => queryAllByText(tree, (content) => containsMessage(content, text)));
}

/** Waits for the message of an error. */
export async function seeError(page: HTMLElement, error: MfaError | MfaErrorKind): Promise<void> {
  const expected = errorMessage(typeof error === 'string' ? new MfaError(error, '') : error);
  await find(page, (tree) => queryAllByText(tree, (content) => isMessage(content, expected)));
}

/** Waits for a picture with this name. */
export async function seePicture(page: HTMLElement, name: MessageQuery | string): Promise<void> {
  await find(page, (tree) =>
    queryAllByRole(tree, 'img', { name: (given) => isMessage(given, name) }),
  );
}

/** Presses the button with this name. */
export async function press(page: HTMLElement, name: MessageQuery): Promise<void> {
  await userEvent.click(
    await find(page, (tree) =>
      queryAllByRole(tree, 'button', { name: (given) => isMessage(given, name) }),
    ),
  );
}

/** Fills in the field with this label. */
export async function fillIn(
  page: HTMLElement,
  label: MessageQuery | string,
  text: string,
): Promise<void> {
  const labelled = (tree: HTMLElement) =>
    queryAllByLabelText(tree, (content) => isMessage(content, label));
  await userEvent.type(await find(page, labelled), text);
}

/** Pastes a text into the field with this label. */
export async function paste(page: HTMLElement, label: MessageQuery, text: string): Promise<void> {
  await fillIn(page, label, '{Control>}a{/Control}');
  await userEvent.paste(text);
}

/** Fills in a code, by default the right one, and submits it. */
export async function submitCode(page: HTMLElement, code: string = SAMPLE.code): Promise<void> {
  await fillIn(page, messages.code, code);
  await press(page, messages.verifyCode);
}

/** Leaves the page, and goes back to it. */
export function leaveAndReturn(): void {
  for (const type of ['pagehide', 'pageshow']) {
    window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));
  }
}

/** Fills in a password, by default the right one, and submits it. */
export async function submitPassword(
  page: HTMLElement,
  password: string = SAMPLE.password,
): Promise<void> {
  await fillIn(page, messages.password, password);
  await press(page, messages.confirm);
}

/** Confirms that the recovery codes are kept, and continues. */
export async function keepRecoveryCodes(page: HTMLElement): Promise<void> {
  await tickKept(page);
  await press(page, messages.onContinue);
}

/** Confirms that the new recovery codes are kept, and finishes. */
export async function finishRecoveryCodes(page: HTMLElement): Promise<void> {
  await tickKept(page);
  await press(page, messages.done);
}

/** Confirms that the recovery codes are kept. */
export async function tickKept(page: HTMLElement): Promise<void> {
  await userEvent.click(
    await find(page, (tree) =>
      queryAllByRole(tree, 'checkbox', { name: (given) => isMessage(given, messages.kept) }),
    ),
  );
}
