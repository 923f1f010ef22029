/** A likely cause of a failure between a page and its backend, for the developer of the page. */
export interface DiagnosisRow {
  /** The symptom. */
  readonly sign: string;
  /** The usual cause. */
  readonly cause: string;
  /** The remedy. */
  readonly remedy: string;
}

/** All diagnoses. The guide shows the same table; recognizers.ts detects each. */
export const DIAGNOSES = {
  'web-page': {
    sign: 'The response is a web page instead of JSON.',
    cause:
      'The server sent its sign-in page: the user is not signed in, or the server takes the request for a page load.',
    remedy:
      'If the user is signed in, add "X-Requested-With": "XMLHttpRequest" (or the header that your framework checks) to "headers". If not, nothing: without a rule it means that the session is over.',
  },
  redirect: {
    sign: 'The server responded with a redirect. Redirects are not followed.',
    cause: 'Usually a sign-in page. Otherwise base-url lacks its last part, a slash, or https.',
    remedy:
      'Make the server respond with 401 and data, as for "Accept: application/json", or set base-url as the server expects it. If the session is over, nothing: that is what a redirect means without a rule.',
  },
  'empty-variable': {
    sign: 'A variable had no value, so the header or field that uses it was omitted.',
    cause:
      'Its cookie, <meta>, input or attribute is not on the page, or has another name. A cookie that is HttpOnly, or of another host, cannot be read.',
    remedy:
      'Look for it in the page and under Application › Cookies of the developer tools. If the server sets it with a response, add that request to "before".',
  },
  'not-sent': {
    sign: 'No request was sent; the error is "misconfigured".',
    cause:
      'A variable that the page must supply has no value, or a value is not allowed where the definition uses it.',
    remedy: 'The message names it. Set it in the property "variables" before the element needs it.',
  },
  'cookies-left-out': {
    sign: 'The server does not recognize the user, and the request sent no cookies.',
    cause:
      'Requests to another origin than that of the page, and requests with "credentials": "omit", send no cookies.',
    remedy:
      'Set "credentials": "include" in the definition, and let the server send Access-Control-Allow-Credentials: true and the origin of the page in Access-Control-Allow-Origin (not *).',
  },
  'cookies-refused': {
    sign: 'The server on another origin does not recognize the user, although cookies are allowed.',
    cause:
      'The browser did not send its cookie: across sites it needs SameSite=None and Secure, and many browsers still block it.',
    remedy:
      'Let the page and its backend share a site, for instance with a proxy on the origin of the page. Otherwise set the cookie with SameSite=None; Secure.',
  },
  cors: {
    sign: 'No response from another origin.',
    cause: 'The server does not allow requests from the page (CORS), or cannot be reached.',
    remedy:
      'Let the server send Access-Control-Allow-Origin for OPTIONS and for the request itself, and allow the methods and headers of the definition.',
  },
  'no-response': {
    sign: 'No response from the origin of the page.',
    cause:
      'The server is not running or closed the connection, or the Content-Security-Policy of the page lacks the server in connect-src.',
    remedy: 'The console says which. Start the server, or allow it in connect-src.',
  },
  'hidden-header': {
    sign: 'A header cannot be read on another origin.',
    cause: 'The server does not expose it (CORS), or does not send it.',
    remedy:
      'Let the server send Access-Control-Expose-Headers with the names. Without Date, a wrong clock is not detected; without Retry-After, the wait is 30 seconds.',
  },
  'other-content-type': {
    sign: 'The response is not labelled as JSON.',
    cause: 'Only responses with Content-Type application/json or a +json type are read.',
    remedy: 'Let the server send JSON, with Content-Type: application/json.',
  },
  'malformed-json': {
    sign: 'The response is labelled as JSON but is not valid JSON.',
    cause: 'The server wrote something else with it: a warning, a stack trace, or two responses.',
    remedy: 'Look at the response under Network of the developer tools.',
  },
  'wrong-address': {
    sign: 'The server has nothing at this address (404 or 405).',
    cause: 'The server has no page at base-url and the path of the operation together.',
    remedy:
      'Compare them with the documentation of the server: base-url ends where the paths of the operations start.',
  },
  'not-successful': {
    sign: 'The status is successful, but the response does not count as done.',
    cause: 'The server reports a failure in the body, or success in another way than expected.',
    remedy:
      'Compare the response with "success", or with "result" if there is none. If it is a failure, add an error rule for it.',
  },
  'no-rule': {
    sign: 'No error rule matches the response.',
    cause: 'The definition does not cover this response of the server yet.',
    remedy:
      'Add a rule to "errors" of the operation, or of the whole definition, and fill in each ….',
  },
  'result-not-found': {
    sign: 'The response is successful, but a required value was not found in it.',
    cause:
      'A path of "result" or "capture" does not match the response, or the response lacks the value.',
    remedy: 'Compare the paths with the response.',
  },
} as const satisfies Readonly<Record<string, DiagnosisRow>>;

export type DiagnosisId = keyof typeof DIAGNOSES;

/** Returns the table for the guide: a row a diagnosis, in the order in which they are tested. */
export function diagnosisRows(): readonly DiagnosisRow[] {
  return Object.values(DIAGNOSES);
}
