import '../../../../src/elements/enrollment/mfa-enrollment.js';
import { scriptedBackend } from '../../../../src/testing/index.js';
import { message } from '../../../support/message.js';
import { button, heading, show, until, untilFocused, untilText } from '../../../support/page.js';

const CANCEL = message('button.cancel');

describe('the focus on a button that the next step does not have', () => {
  it('moves to the heading of that step, also if the user did not cause it', async () => {
    const backend = scriptedBackend();
    const held = backend.hold('startEnrollment');
    const element = await show('mfa-enrollment', { backend, cancelable: true });
    await held.called;
    await until(() => element.shadowRoot?.querySelector('[part~=cancel]') !== null, 'no button');
    button(element, CANCEL).focus();
    held.proceed();
    await untilText(element, message('enrollment.code.heading'));
    await untilFocused(() => heading(element));
  });
});
