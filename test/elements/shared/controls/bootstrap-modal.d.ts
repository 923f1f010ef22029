declare module 'bootstrap/js/dist/modal.js' {
  /** The modal of Bootstrap 5, which has no types of its own. */
  export default class Modal {
    constructor(element: Element);
    show(): void;
    dispose(): void;
  }
}
