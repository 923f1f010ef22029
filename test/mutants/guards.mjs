/**
 * A guard: lines of code that keep something out. Some test has to notice every change of them.
 *
 * @typedef {object} Guard
 * @property {string} name
 * @property {string} file
 * @property {string} from a text in its first line
 * @property {string} [to] a text in its last line, if there are more
 * @property {string} keepsOut
 * @property {Readonly<Record<string, string>>} [equal] changes that change nothing that can be noticed, with the
 *   reason: the code in place of that of the guard
 */

const inFile = (file, guards) => guards.map((guard) => ({ file, ...guard }));

/**
 * The guards of security in the folders that are tested here.
 *
 * @type {readonly Guard[]}
 */
export const GUARDS = [
  ...inFile('src/backend/urls.ts', [
    {
      name: 'web addresses only',
      from: 'const url = parseUrl(target, base);',
      to: 'return isWeb && ',
      keepsOut: 'scripts, data, files, and addresses with a user name (C29)',
      equal: { '/^https?:$/ → /^https?:/': 'A protocol ends with its only colon.' },
    },
    {
      name: 'disguised addresses',
      from: 'const DISGUISE',
      to: 'const SCHEME_WITHOUT_HOST',
      keepsOut: 'addresses that a browser and a person read differently (C29)',
    },
    {
      name: 'permitted origins',
      from: 'const text = target.trim();',
      to: 'return url && origins.includes',
      keepsOut: 'a response that sends a person to another site (C29)',
    },
  ]),
  ...inFile('src/backend/resolve-backend.ts', [
    {
      name: 'encrypted base URL',
      from: "if (!['http:', 'https:'].includes",
      to: 'return /^(?:localhost|',
      keepsOut: 'codes that travel to another site in plain text (C46)',
    },
  ]),
  ...inFile('src/backend/definition/json-data.ts', [
    {
      name: 'definitions are data',
      from: 'export function jsonData',
      to: '// The error is not passed on: it may repeat a secret.',
      keepsOut: 'definitions that run code when they are read',
    },
  ]),
  ...inFile('src/backend/own.ts', [
    {
      name: 'nothing inherited',
      from: 'export const own',
      to: 'return prototype === null',
      keepsOut: 'members that another script added to Object.prototype (C30)',
    },
  ]),
  ...inFile('src/backend/url-attributes.ts', [
    {
      name: 'paths in attributes',
      from: 'const REQUEST =',
      to: 'const PATH =',
      keepsOut: 'two slashes, which name another host',
    },
    {
      name: 'paths in attributes are checked',
      from: 'if (!PATH.test(path)',
      keepsOut: 'two slashes, which name another host',
    },
  ]),
  ...inFile('src/backend/http/request.ts', [
    {
      name: 'addresses from responses',
      from: 'const url = parseWebUrl(text',
      to: 'if (url) return url;',
      keepsOut: 'scripts and data as the address of a request',
    },
    {
      name: 'origins of requests',
      from: '].includes(url.origin)) return url;',
      keepsOut: 'a response that leads a code to another server',
    },
    {
      name: 'headers for the own origin',
      from: '...(isSameOrigin ? Object.entries(definition.headers',
      to: '...Object.entries(isSameOrigin',
      keepsOut: 'the CSRF token and other variables from another origin (C36)',
    },
    {
      name: 'constant headers',
      from: 'Object.entries(headers).filter',
      keepsOut: 'variables in the headers for another origin (C36)',
    },
    {
      name: 'no credentials elsewhere',
      from: 'credentials: isSameOrigin',
      to: 'referrerPolicy:',
      keepsOut: 'a code that is sent with cookies of elsewhere (C45)',
    },
  ]),
  ...inFile('src/backend/http/request-init.ts', [
    {
      name: 'no redirect, no cache',
      from: "redirect: 'manual'",
      keepsOut: 'a code that is sent on (C67) or kept (C71)',
    },
  ]),
  ...inFile('src/backend/contract/contract-backend.ts', [
    {
      name: 'requests of the contract',
      from: "credentials: 'same-origin'",
      to: "referrerPolicy: 'no-referrer'",
      keepsOut: 'cookies and an address that are sent elsewhere (C36, C45)',
    },
    {
      name: 'success in the contract',
      from: 'const isSuccess = isDone',
      keepsOut: 'a redirect that counts as done (C67)',
    },
    {
      name: 'refusals in the contract',
      from: 'throw stated.kind || isRefusalStatus',
      keepsOut: 'a lost change that is told as a failure (C49)',
    },
  ]),
  ...inFile('src/backend/contract/contract-operations.ts', [
    {
      name: 'own members of a response of the contract',
      from: "typeof given === 'object' && given !== null",
      to: ': undefined;',
      keepsOut: '__proto__ and constructor (C30)',
    },
    {
      name: 'failures that a response of the contract states',
      from: 'function statesFailure',
      to: 'const isSuccess =',
      keepsOut: 'a code that counts as right because of a response that says the opposite (C54)',
    },
    {
      name: 'what signs in',
      from: 'const isSignedIn =',
      to: '!statesFailure(body)',
      keepsOut: 'a code that counts as right because of a response that does not say so (C54, C55)',
    },
  ]),
  ...inFile('src/backend/http/url-value.ts', [
    {
      name: 'parts of a path',
      from: 'const NO_SEGMENT',
      keepsOut: 'an id that addresses another path',
    },
    {
      name: 'parts of a path are checked',
      from: 'if (refused.includes(text))',
      keepsOut: 'an id that addresses another path',
    },
  ]),
  ...inFile('src/backend/definition/json-path.ts', [
    {
      name: 'own properties of a response',
      from: "return typeof selector === 'string' && Object.hasOwn",
      to: ': [];',
      keepsOut: '__proto__ and constructor (C30)',
    },
    {
      name: 'the length of a path',
      from: 'if (text.length > MAX_LENGTH',
      keepsOut: 'paths that exhaust the stack',
    },
  ]),
  ...inFile('src/backend/definition/variables.ts', [
    {
      name: 'own variables',
      from: 'if (Object.hasOwn(input, name))',
      to: 'const sources = Object.hasOwn(declared',
      keepsOut: 'members that another script added to Object.prototype (C30)',
    },
    {
      name: 'types of variables',
      from: 'return value === undefined || textOf(value) !== undefined',
      keepsOut: 'objects of the page in a request',
    },
  ]),
  ...inFile('src/backend/http/response.ts', [
    {
      name: 'JSON only',
      from: "if (isRedirect) return refuse('a redirect');",
      to: 'if (!JSON_TYPE.test(type))',
      keepsOut: 'web pages and anything else that is not JSON (C22, C68)',
    },
    {
      name: 'types of JSON',
      from: 'const JSON_TYPE',
      keepsOut: 'types that only look like JSON (C68)',
      equal: {
        '/[\\w.+-]+\\/(?:(?:[\\w.+-]+\\+)?json|x-amz-json-1\\.[01])$/':
          'The type has no other characters: contentType() has checked that.',
      },
    },
    {
      name: 'the size of a response',
      from: 'length += next.value.length;',
      to: 'return undefined;',
      keepsOut: 'responses that do not end (C69)',
    },
    {
      name: 'the most bytes',
      from: 'const MAX_BYTES',
      keepsOut: 'responses that do not end (C69)',
    },
  ]),
  ...inFile('src/backend/http/http-backend.ts', [
    {
      name: 'the time limit',
      from: 'function readTimeout',
      to: 'return timeout > 0',
      keepsOut: 'waits that do not end (C52)',
    },
    {
      name: 'what an operation may end with',
      from: 'if (signal?.aborted) throw signal.reason;',
      to: 'error = withAcceptedProofs(',
      keepsOut: 'what a server or a page threw, in which a secret may be (C4)',
    },
    {
      name: 'forgetting captured values',
      from: 'forget: () => {',
      to: '},',
      keepsOut: 'values of the person before (C9)',
    },
  ]),
  ...inFile('src/backend/http/exchange.ts', [
    {
      name: 'an outcome that is not known',
      from: 'const isDecided =',
      to: 'return isDecided ?',
      keepsOut: 'a lost change that is told as a failure (C49)',
    },
    {
      name: 'a lost connection after a change',
      from: 'this.#followsChange = this.#mayHaveChanged',
      to: 'this.#mayHaveChanged ||= mayChange;',
      keepsOut: 'a lost change that is told as a failure (C49)',
    },
  ]),
  ...inFile('src/backend/unknown-outcome.ts', [
    {
      name: 'the rule of unknown outcomes',
      from: 'const KEPT_KINDS',
      to: 'status >= 400 && status < 500;',
      keepsOut: 'a lost change that is told as a failure (C49)',
    },
  ]),
  ...inFile('src/backend/results/says-failure.ts', [
    {
      name: 'what says that it failed',
      from: 'const textOf',
      to: '.replace(/^(?:is|has)/, ',
      keepsOut: 'a code that counts as right because of a response that says the opposite (C54)',
    },
  ]),
  ...inFile('src/backend/definition/default-success.ts', [
    {
      name: 'what counts as done',
      from: 'const DONE_STATUSES',
      to: "return typeof body === 'object' && body !== null && (canBeList",
      keepsOut: 'a code that counts as right because of a response that does not say so (C54, C55)',
    },
  ]),
  ...inFile('src/backend/http/run-operation.ts', [
    {
      name: 'the own rule of success',
      from: 'const holding = findHolding(step.success, scope);',
      to: 'return holding !== undefined &&',
      keepsOut: 'a redirect that counts as done (C67)',
    },
    {
      name: 'what a refusal is',
      from: 'const isGet =',
      to: 'steps.every(isGet);',
      keepsOut: 'a lost change that is told as a failure (C49)',
    },
    {
      name: 'known refusals',
      from: 'const { followsChange } = run.exchange;',
      to: '!followsChange ||',
      keepsOut: 'a lost change that is told as a failure (C49)',
    },
    {
      name: 'captured from the own origin',
      from: 'if (request.isSameOrigin) captured.set',
      keepsOut: 'values of another origin, such as a CSRF token',
    },
    {
      name: 'the origin of forms',
      from: 'const isForm =',
      to: ': expandUrl(',
      keepsOut: 'a form that sends a code to another origin',
      equal: {
        '\'\' → "Stryker was here!"': 'Without a form there is an address to navigate to.',
        '\'GET\' → ""': 'Every method but POST is GET.',
      },
    },
  ]),
  ...inFile('src/backend/http/idempotency-keys.ts', [
    {
      name: 'keys of a request',
      from: 'const unknown = this.#unknown.get(operation);',
      to: 'if (isRefused(error) &&',
      keepsOut: 'a change that is made twice, and a key of another change (C48)',
    },
  ]),
  ...inFile('src/backend/http/step-up-proof.ts', [
    {
      name: 'proofs are used once',
      from: 'const requires = proofsOf(described);',
      to: 'if (requires.some',
      keepsOut: 'a proof for one change that is used for another',
    },
    {
      name: 'used proofs are forgotten',
      from: "const proof = (['stepUp', 'startEnrollment']",
      to: "if (operation === 'confirmEnrollment' && error",
      keepsOut: 'a password that is kept after it was used (C9)',
    },
  ]),
  ...inFile('src/backend/http/page-source.ts', [
    {
      name: 'the name of a cookie',
      from: "for (const pair of document.cookie.split('; '))",
      to: 'if (name === wanted)',
      keepsOut: 'another cookie with a similar name',
    },
  ]),
  ...inFile('src/backend/mfa-error.ts', [
    {
      name: 'what a backend throws',
      from: 'if (thrown instanceof MfaError) return thrown;',
      keepsOut: 'texts of other errors, in which a secret may be (C4)',
    },
  ]),
  ...inFile('src/backend/results/object-reader.ts', [
    {
      name: 'results field by field',
      from: 'static from(raw: unknown',
      to: "return typeof raw === 'string' && raw !== ''",
      keepsOut: 'results of another type (C31, C54)',
    },
    {
      name: 'own fields of a result',
      from: 'if (!Object.hasOwn(this.#fields, field))',
      keepsOut: 'inherited members as a result (C31)',
    },
  ]),
  ...inFile('src/backend/results/enrollment-secret.ts', [
    {
      name: 'secret and URI agree',
      from: 'if (givenSecret !== undefined && normalizeBase32',
      keepsOut: 'a key on the screen that is not the key of the QR code (C28)',
    },
  ]),
  ...inFile('src/backend/results/checked-backend.ts', [
    {
      name: 'results of a custom backend',
      from: 'if (isNoResult(raw) || saysFailure',
      keepsOut: 'a change that counts as made because of a result that says the opposite (C54)',
    },
    {
      name: 'errors of a custom backend',
      from: 'const isNamed = error === thrown && !hasResult',
      to: 'throw unknownOutcome',
      keepsOut: 'errors with a secret (C4), and a lost change that is told as a failure (C49)',
    },
  ]),
  ...inFile('src/otp/otpauth-uri.ts', [
    {
      name: 'otpauth URIs',
      from: 'if (text.length > MAX_LENGTH)',
      to: 'if (!isAlgorithm(algorithm)) refuse(',
      keepsOut: 'links that open anything but an authenticator app (C25)',
      equal: {
        '[] → ["Stryker was here"]': 'The label is the second part, and is missing in both.',
        '\'\' → "Stryker was here!"':
          'Neither is a secret in base32, and each label has its query.',
        'secret === undefined → false': 'The pattern refuses the text "undefined".',
      },
    },
    {
      name: 'characters of otpauth URIs',
      from: 'const SECRET =',
      to: 'const FORBIDDEN',
      keepsOut: 'short secrets, and marks that change what a person reads (C25)',
    },
  ]),
  ...inFile('src/flow/forget-controller.ts', [
    {
      name: 'forgetting',
      from: 'this.#forget = () => {',
      to: 'if (!this.#host.isConnected) this.#forget();',
      keepsOut: 'secrets in memory after the element or the page is left (C9, C10)',
      equal: {
        'this.#connection?.abort → this.#connection.abort':
          'Lit disconnects only what was connected.',
      },
    },
  ]),
  ...inFile('src/flow/forget-last-match.ts', [
    {
      name: 'forgetting the last match',
      from: 'function forgetLastMatch',
      to: '}',
      keepsOut: 'a secret in the static properties of RegExp (C9)',
    },
  ]),
  ...inFile('src/flow/flow-controller.ts', [
    {
      name: 'forgetting a flow',
      from: 'super(host, () => {',
      to: '});',
      keepsOut: 'secrets in memory after the element or the page is left (C9, C10)',
    },
    {
      name: 'one request at a time',
      from: 'this.#abortController?.abort();',
      to: 'this.#abortController = undefined;',
      keepsOut: 'two requests for one act',
    },
    {
      name: 'late responses',
      from: 'if (!signal.aborted) this.dispatch(event);',
      to: 'if (!signal.aborted) this.#fail',
      keepsOut: 'the response of a step that was left',
    },
  ]),
];
