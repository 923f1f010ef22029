const load = () => import('./enrollment-secret.js');

let loading: ReturnType<typeof load> | undefined;

/**
 * Loads what reads an enrollment once, for the response of a server that starts one. Called beside the request,
 * it spares the response the wait. If it fails, the next call tries again.
 */
export function loadEnrollmentReader(): ReturnType<typeof load> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
