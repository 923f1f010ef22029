/** What may be wrong between a page and its backend, in words for whoever builds the page. */
export interface DiagnosisRow {
  /** What is to be seen. */
  readonly sign: string;
  /** Why that mostly is. */
  readonly cause: string;
  /** What to do. */
  readonly remedy: string;
}

/** Every diagnosis. The guide has the same table; recognizers.ts knows each by its sign. */
export const DIAGNOSES = {
  'web-page': {
    sign: 'A web page came in place of JSON.',
    cause:
      'The server sent its sign-in page: nobody is signed in, or it takes the request for a visit.',
    remedy:
      'Add "X-Requested-With": "XMLHttpRequest" (or what your framework looks at) to "headers", and { "redirected": true, "kind": "signed-out" } to "errors".',
  },
  redirect: {
    sign: 'The server answered with a redirect. Redirects are not followed.',
    cause: 'Mostly a sign-in page. Otherwise base-url lacks its last part, a slash, or https.',
    remedy:
      'Make the server answer data with 401, as for "Accept: application/json"; add { "redirected": true, "kind": "signed-out" } to "errors"; or give base-url as the server wants it.',
  },
  'empty-variable': {
    sign: 'A variable had no value, so the header or field that it stands in was left out.',
    cause:
      'Its cookie, <meta>, input or attribute is not on the page, or has another name there. A cookie that is HttpOnly, or of another host, cannot be read.',
    remedy:
      'Look for it in the page and under Application › Cookies of the developer tools. If the server sets it with an answer, ask for it in "before".',
  },
  'not-sent': {
    sign: 'Nothing was sent; the error is "misconfigured".',
    cause:
      'A variable that the page has to give has no value, or a value cannot stand where the definition puts it.',
    remedy: 'The message names it. Give it in the property "variables" before the tag needs it.',
  },
  'cookies-left-out': {
    sign: 'The server does not know who is there, and no cookies went along.',
    cause:
      'To another origin than that of the page, and with "credentials": "omit", cookies stay behind.',
    remedy:
      'Set "credentials": "include" in the definition, and let the server answer with Access-Control-Allow-Credentials: true and the origin of the page in Access-Control-Allow-Origin (not *).',
  },
  'cookies-refused': {
    sign: 'The server on another origin does not know who is there, though cookies may go along.',
    cause:
      'The browser kept its cookie back: from another site it needs SameSite=None and Secure, and many browsers still refuse it.',
    remedy:
      'Best let the page and its backend share a site, for instance with a proxy below the origin of the page. Otherwise set the cookie with SameSite=None; Secure.',
  },
  cors: {
    sign: 'No answer from another origin.',
    cause: 'The server does not allow the page to ask it (CORS), or cannot be reached.',
    remedy:
      'Let the server answer OPTIONS and the request itself with Access-Control-Allow-Origin, and allow the methods and headers of the definition.',
  },
  'no-answer': {
    sign: 'No answer from the origin of the page.',
    cause:
      'The server is not running or closed the line, or the Content-Security-Policy of the page lacks the server in connect-src.',
    remedy: 'The browser says which in the console. Allow it in connect-src, or start the server.',
  },
  'hidden-header': {
    sign: 'A header cannot be read on another origin.',
    cause: 'The server does not expose it (CORS), or does not send it.',
    remedy:
      'Let the server answer with Access-Control-Expose-Headers and the names. Without Date, a clock that is off cannot be told; without Retry-After, 30 seconds are waited.',
  },
  'other-content-type': {
    sign: 'The answer is not marked as JSON.',
    cause: 'Its Content-Type is another, and only application/json and its kin (+json) are read.',
    remedy: 'Let the server send Content-Type: application/json.',
  },
  'malformed-json': {
    sign: 'The answer is marked as JSON and is not.',
    cause: 'Something else was written with it: a warning, a stack trace, or two answers.',
    remedy: 'Look at the answer under Network of the developer tools.',
  },
  'wrong-address': {
    sign: 'There is nothing at this address (404 or 405).',
    cause: 'What base-url and the path of the operation make together is no address of the server.',
    remedy: 'Compare the two with the documentation of the server; base-url ends where they begin.',
  },
  'not-successful': {
    sign: 'The answer has a good status, and "success" does not hold for it.',
    cause:
      'The server says in the body that it did not go well, or says it otherwise than expected.',
    remedy: 'Compare "success" with the answer; when it is a failure, add an error rule for it.',
  },
  'no-rule': {
    sign: 'No error rule matches the answer.',
    cause: 'The definition does not know yet that the server can answer so.',
    remedy:
      'Add a rule to "errors" of the operation, or of the whole definition, and fill in each ….',
  },
  'result-not-found': {
    sign: 'The answer was good, and what has to be in it was not found.',
    cause: 'A path of "result" or "capture" is not that of the answer, or the answer lacks it.',
    remedy: 'Compare the paths with the answer.',
  },
} as const satisfies Readonly<Record<string, DiagnosisRow>>;

export type DiagnosisId = keyof typeof DIAGNOSES;

/** The table for a guide: a row for each diagnosis, in the order in which they are looked at. */
export function diagnosisRows(): readonly DiagnosisRow[] {
  return Object.values(DIAGNOSES);
}
