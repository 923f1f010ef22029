import { kindOfStatus } from '../http/response-kind.js';
import type { ObservedOperation } from '../http/observer.js';
import { HTML_TYPES, isOkStatus } from '../http/response.js';
import type { MfaErrorKind } from '../mfa-error.js';
import type { DiagnosisId } from './diagnoses.js';
import type { Evidence } from './failed-exchange.js';

/** A failed operation. */
export interface Failure {
  /** Evidence of its last exchange; `undefined` if no request was sent. */
  readonly evidence: Evidence | undefined;
  readonly ended: ObservedOperation;
}

/** Returns the details if the failure has this cause; otherwise `undefined`. */
type Recognizer = (failure: Failure) => string | undefined;

const MEDIA_TYPE = /\/|^a body without a content type$/;
const MALFORMED_JSON = 'malformed JSON';
/** Statuses of a server that does not recognize the user. */
const UNKNOWN_PERSON = [401, 403, 419];
/** The kinds that may well have another cause than what they say. */
const DOUBTFUL: readonly (MfaErrorKind | undefined)[] = [
  'unexpected',
  'signed-out',
  'login-expired',
  'forbidden',
  'csrf',
];

const isDoubtful = ({ ended }: Failure): boolean => DOUBTFUL.includes(ended.error?.kind);
const instead = ({ evidence }: Failure): string => evidence?.response?.instead ?? '';
const isOtherThanJson = (failure: Failure): boolean =>
  MEDIA_TYPE.test(instead(failure)) || instead(failure) === MALFORMED_JSON;

/** Returns `true` if the server seems not to recognize the user. */
function isUnknownPerson(failure: Failure): boolean {
  const status = failure.evidence?.response?.status ?? 0;
  return UNKNOWN_PERSON.includes(status) && isDoubtful(failure);
}

function sendsNoCookies({ isOtherOrigin, credentials }: Evidence): boolean {
  return credentials === 'omit' || (isOtherOrigin && credentials === 'same-origin');
}

function gotNoResponse({ evidence, ended }: Failure, isOtherOrigin: boolean): string | undefined {
  if (evidence?.response !== undefined || evidence?.isOtherOrigin !== isOtherOrigin)
    return undefined;
  // An offline device and a timeout have other causes.
  return ended.error?.kind === 'unavailable' || ended.error?.kind === 'unknown-outcome'
    ? `${evidence.request} at ${evidence.base}`
    : undefined;
}

/** Returns the details of a response that no rule matches, unless another diagnosis explains it. */
function unmatchedResponse(
  failure: Failure,
  isRight: (status: number) => boolean,
): string | undefined {
  const { response } = failure.evidence ?? {};
  if (failure.ended.hasRule || !response || !isRight(response.status)) return undefined;
  if (HTML_TYPES.includes(instead(failure)) || instead(failure) === 'a redirect') return undefined;
  return `Status ${response.status}: ${response.instead ?? response.shape}. A rule to start with: ${response.rule}`;
}

function listed(names: readonly string[]): string | undefined {
  return names.length > 0 ? names.join(', ') : undefined;
}

/** The recognizer of each diagnosis. */
export const RECOGNIZERS: Readonly<Record<DiagnosisId, Recognizer>> = {
  'web-page': (failure) =>
    !failure.ended.hasRule &&
    HTML_TYPES.includes(instead(failure)) &&
    failure.evidence?.response?.status !== 404
      ? `Status ${failure.evidence?.response?.status}`
      : undefined,
  redirect: (failure) =>
    !failure.ended.hasRule && instead(failure) === 'a redirect'
      ? failure.evidence?.request
      : undefined,
  'empty-variable': (failure) => {
    const { missing = [] } = failure.evidence ?? {};
    const matters = isDoubtful(failure) || !failure.ended.hasRule;
    return matters ? listed(missing) : undefined;
  },
  'not-sent': ({ evidence, ended: { error } }) =>
    !evidence && error?.kind === 'misconfigured' ? error.message : undefined,
  'cookies-left-out': (failure) =>
    failure.evidence && isUnknownPerson(failure) && sendsNoCookies(failure.evidence)
      ? `"credentials" is "${failure.evidence.credentials}"`
      : undefined,
  'cookies-refused': (failure) =>
    failure.evidence?.isOtherOrigin === true &&
    isUnknownPerson(failure) &&
    failure.evidence.credentials === 'include'
      ? failure.evidence.base
      : undefined,
  cors: (failure) => gotNoResponse(failure, true),
  'no-response': (failure) => gotNoResponse(failure, false),
  'hidden-header': ({ evidence }) => listed(evidence?.response?.hiddenHeaders ?? []),
  'other-content-type': (failure) =>
    MEDIA_TYPE.test(instead(failure)) &&
    !HTML_TYPES.includes(instead(failure)) &&
    failure.ended.error?.kind === 'unexpected'
      ? instead(failure)
      : undefined,
  'malformed-json': (failure) =>
    instead(failure) === MALFORMED_JSON ? failure.evidence?.request : undefined,
  'wrong-address': ({ evidence, ended }) =>
    [404, 405].includes(evidence?.response?.status ?? 0) && !ended.hasRule
      ? `${evidence?.request} at ${evidence?.base}`
      : undefined,
  'not-successful': (failure) =>
    isOtherThanJson(failure) ? undefined : unmatchedResponse(failure, isOkStatus),
  'no-rule': (failure) =>
    unmatchedResponse(
      failure,
      (status) => !isOkStatus(status) && kindOfStatus(status) === 'unexpected',
    ),
  'result-not-found': ({ evidence, ended }) => {
    const { response } = evidence ?? {};
    const isRead = ended.hasRule && ended.error?.kind === 'unexpected' && !response?.instead;
    const paths =
      response && isRead && isOkStatus(response.status) ? listed(response.emptyPaths) : undefined;
    return paths && `${paths} in ${response?.shape}`;
  },
};
