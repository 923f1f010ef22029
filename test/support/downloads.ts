/** A file that would be saved. */
export interface Download {
  readonly name: string;
  readonly type: string | null;
  readonly text: string;
}

/** Catches the next file that a script saves with a click on a link. The browser saves nothing. */
export const catchDownload = (): Promise<Download> =>
  new Promise((resolve, reject) => {
    // Hides the inherited method until the click.
    HTMLAnchorElement.prototype.click = function () {
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      read(this).then(resolve, reject);
    };
  });

async function read({ href, download }: HTMLAnchorElement): Promise<Download> {
  const file = await fetch(href);
  return { name: download, type: file.headers.get('content-type'), text: await file.text() };
}
