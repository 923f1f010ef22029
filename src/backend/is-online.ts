/** Returns whether the device may reach the network. Node does not know. */
export const isOnline = (): boolean =>
  typeof navigator === 'undefined' || navigator.onLine !== false;
