/**
 * Checks every backend definition before it is used, and reports in the console why an operation may
 * have failed. Import it once, before the first element starts, and only during development.
 */
import { describeMistake } from './backend/development/check-definition.js';
import { ConsoleObserver } from './backend/development/console-observer.js';
import { findJsonError } from './backend/development/json-error.js';
import { nearestNames } from './backend/development/nearest-names.js';
import { setDevelopmentHooks } from './backend/http/development-hooks.js';

setDevelopmentHooks({
  check: describeMistake,
  observer: new ConsoleObserver(),
  nearestNames,
  findJsonError,
});
