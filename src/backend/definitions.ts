/** Makes a backend of a definition. A page with the project's own contract does not load it. */
export { createHttpBackend } from './http/http-backend.js';
export { applyUrlAttributes } from './url-attributes.js';
