import { expect } from '@open-wc/testing';
import { MfaError } from '../../../src/backend/mfa-error.js';
import { enrollmentEffect } from '../../../src/flow/enrollment/effect.js';
import { oneTimeCodes } from '../../../src/otp/diagnosis/one-time-codes.js';
import { parseOtpauthUri } from '../../../src/otp/otpauth-uri.js';
import { SAMPLE } from '../../../src/testing/index.js';
import { stopTime } from '../../support/fake-time.js';
import { enrollment } from './sample-enrollment.js';

const PERIOD = 30;
const codeOf = oneTimeCodes(parseOtpauthUri(SAMPLE.otpauthUri));

describe('the reason of a refused code', () => {
  const stopped = stopTime();

  beforeEach(() => {
    // To the middle of a time step, where it is certain which code is the current one.
    stopped.time.setClock(PERIOD + PERIOD / 2 - ((Date.now() / 1000) % PERIOD));
  });

  /** Returns the reason of a code that is valid some seconds from now. */
  async function diagnose(seconds: number, clockSkew?: number, before?: 'the same code') {
    const code = codeOf(Math.floor((Date.now() / 1000 + seconds) / PERIOD));
    const error = new MfaError('invalid-code', '', { clockSkew });
    const previous = { code, diagnosis: { kind: 'mistyped' } } as const;
    const request = () => Promise.reject(new Error('Nothing is requested for a diagnosis.'));
    const refused = {
      step: 'diagnosing',
      code,
      error,
      enrollment,
      ...(before && { previous }),
    } as const;
    // The step after the refusal was told: it waits for the reason however long its file takes to load.
    const scanning = { step: 'scanning', enrollment, error, refused } as const;
    const event = await enrollmentEffect(scanning, request, () => true);
    return event?.type === 'diagnosed' ? event.diagnosis : event;
  }

  it('is found by the clock of the server, if that is known', async () => {
    expect(await diagnose(-3600, 3600)).to.deep.equal({ kind: 'other-secret' });
    expect(await diagnose(3600, -3600)).to.deep.equal({ kind: 'other-secret' });
  });

  it('leaves neither the code nor the key in the last match of a regular expression (C9)', async () => {
    await diagnose(0);
    expect([RegExp.input, RegExp.lastMatch, RegExp.$1]).to.deep.equal(['', '', '']);
    await diagnose(90 * 24 * 3600);
    expect([RegExp.input, RegExp.lastMatch, RegExp.$1]).to.deep.equal(['', '', '']);
  });

  it('is less certain by the clock of the device', async () => {
    expect(await diagnose(0)).to.deep.equal({ kind: 'unexplained' });
  });

  it('may be that it was refused just before', async () => {
    expect(await diagnose(0, undefined, 'the same code')).to.deep.equal({ kind: 'reused' });
  });
});
