/** The text of `--help`. */
export const USAGE = `Checks a live backend with a test account and reports whether the elements will work with it.

  npx mfa-elements check <base-url> [options]

The definition of the backend (default: the contract of this project)
  --preset <name>            one of the presets
  --definition <file.json>   a definition of your own

The account. Without --account nothing is sent, and only the definition is checked.
  --account <name>           a test account. The check links an app to it, replaces its recovery
                             codes and unlinks the app again
  --sign-in <file.json>      how the password is given: an operation as in a definition, with
                             {account}, {password} and {origin} (of the base URL). Its "tokens"
                             become variables, and its cookies are sent with later requests
  --issuer <name>            the site as the app shows it, if the backend does not report it

What a page would provide
  --variable <name>=<value>  a variable of the definition (true and false are booleans)
  --header '<Name>: <value>' for every request
  --cookie <name>=<value>    for every request

  --only <operation,...>     only these, and the operations that they need
  --timeout <seconds>        for one operation, 1 to 120
  --json                     the report as JSON
  --help, --version

Environment variables, because others can see a command line and it stays in the history
  MFA_PASSWORD               the password of the account
  MFA_SECRET                 base32 secret or otpauth URI of an app that the account already has
  MFA_VARIABLE_<NAME>        a secret variable, such as MFA_VARIABLE_ACCESS_TOKEN for accessToken
  MFA_COOKIE                 secret cookies: name=value; name=value

Exits with 0 if nothing failed, 1 if something did, 2 if the command, the definition or the account
cannot be used, 3 if the server cannot be reached.
`;
