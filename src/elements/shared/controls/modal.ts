// Simulated documents, such as jsdom, have dialogs that can be neither shown nor closed.

/** Shows a dialog as a modal. */
export function showModal(dialog: HTMLDialogElement): void {
  if ('showModal' in dialog) dialog.showModal();
  else Object.assign(dialog, { open: true });
}

/** Closes a dialog. */
export function closeModal(dialog: HTMLDialogElement): void {
  if ('close' in dialog) dialog.close();
  else Object.assign(dialog, { open: false });
}
