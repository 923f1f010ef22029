/** Loads the encoder. Called ahead of the first code, it spares that code the wait. Rejects as `import()` does. */
export const loadEncoder = () => import('./qrcode.js');
