import type { Locator } from 'playwright';

/**
 * Prints a word across a QR code, so that it cannot be scanned from the manual: the word hides more than
 * the error correction can restore.
 *
 * @returns A function that removes the word.
 */
export async function coverQrCode(qrCode: Locator, word: string): Promise<() => Promise<void>> {
  const cover = await qrCode.evaluateHandle((element, text) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const banner = document.createElement('p');
    banner.textContent = text;
    // Set through the object model, because the page's policy forbids style attributes.
    Object.assign(banner.style, {
      position: 'absolute',
      insetInlineStart: `${left + window.scrollX}px`,
      insetBlockStart: `${top + window.scrollY + height * 0.28}px`,
      display: 'grid',
      placeItems: 'center',
      inlineSize: `${width}px`,
      blockSize: `${height * 0.44}px`,
      margin: '0',
      background: '#0b4a56',
      color: '#ffffff',
      fontSize: `${Math.min(26, (width / text.length) * 1.45)}px`,
      fontWeight: '700',
      letterSpacing: '0.02em',
    });
    document.body.append(banner);
    return banner;
  }, word);
  return () => cover.evaluate((banner) => banner.remove());
}
