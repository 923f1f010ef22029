/** What `--help` prints. */
export const USAGE = `Walks a live backend with a test account and tells whether the tags will work on it.

  npx mfa-elements check <base-url> [options]

What describes the backend (default: the project's own contract)
  --preset <name>            one of the presets
  --definition <file.json>   a definition of your own

Whom to walk as. Without --account nothing is sent: only the definition is checked.
  --account <name>           a test account. An app is linked to it and unlinked again, and its
                             recovery codes are replaced
  --sign-in <file.json>      how the password is given: an operation in the language of definitions,
                             with {account}, {password} and {origin} (that of the base URL). What
                             its "tokens" name becomes variables; its cookies are kept
  --issuer <name>            the site as the app shows it, where the backend does not say

What the page would give
  --variable <name>=<value>  a variable of the definition (true and false are booleans)
  --header '<Name>: <value>' for every request
  --cookie <name>=<value>    for every request

  --only <operation,...>     only these, with what they need
  --timeout <seconds>        for one operation, 1 to 120
  --json                     the report as data
  --help, --version

In the environment, because a command line is seen by others and stays in the history
  MFA_PASSWORD               the password of the account
  MFA_SECRET                 base32 or otpauth URI of an app that the account has already
  MFA_VARIABLE_<NAME>        a secret variable, such as MFA_VARIABLE_ACCESS_TOKEN for accessToken
  MFA_COOKIE                 cookies that are secret: name=value; name=value

Ends with 0 when nothing failed, 1 when something did, 2 when the command, the definition or the
account will not do, 3 when the server cannot be reached.
`;
