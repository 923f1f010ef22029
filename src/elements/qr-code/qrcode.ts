// A module of our own, because the package is CommonJS: only this file then needs the code that converts it.
export { default as encoder } from 'qrcode/lib/core/qrcode.js';
