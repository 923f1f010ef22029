import { loadOnce } from '../load-once.js';

/**
 * Loads what reads an enrollment, for the response of a server that starts one. Called beside the request, it spares
 * the response the wait.
 */
export const loadEnrollmentReader = loadOnce(() => import('./enrollment-secret.js'));
