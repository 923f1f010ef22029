/** A file as it would be saved. */
export interface Download {
  readonly name: string;
  readonly type: string | null;
  readonly text: string;
}

/** Catches the next file that a script saves by pressing a link, in place of the browser. */
export const catchDownload = (): Promise<Download> =>
  new Promise((resolve, reject) => {
    // Its own in place of the inherited one, until it is pressed.
    HTMLAnchorElement.prototype.click = function () {
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
      read(this).then(resolve, reject);
    };
  });

async function read({ href, download }: HTMLAnchorElement): Promise<Download> {
  const file = await fetch(href);
  return { name: download, type: file.headers.get('content-type'), text: await file.text() };
}
