import { BinaryBitmap, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library';
import jsQR from 'jsqr';

type Scanner = (frame: ImageData) => string | undefined;

/** A position of the phone: the scale of the screen in its picture, and the rotation in degrees. */
interface Hold {
  readonly size: number;
  readonly turn: number;
}

/**
 * The frames that a scanner sees in a second: first the exact screen, then as a hand holds a phone. No
 * scanner reads every frame of a code, and ZXing reads some codes in no straight frame.
 */
const HOLDS: readonly Hold[] = [
  { size: 1, turn: 0 },
  ...[8, 1, 12, 3].flatMap((turn) => [0.75, 1, 0.5].map((size) => ({ size, turn }))),
];

const canvas = document.createElement('canvas');
const context = canvas.getContext('2d', { willReadFrequently: true });

/**
 * Returns what two independent scanners read from a screen. Neither may try inverted colours, as many
 * apps do not (pitfall 1).
 */
export function scan(screen: HTMLCanvasElement) {
  const frames = new Map<Hold, ImageData>();
  const look = (hold: Hold): ImageData => {
    const seen = frames.get(hold) ?? frame(screen, hold);
    frames.set(hold, seen);
    return seen;
  };
  return { jsqr: read(look, readWithJsqr), zxing: read(look, readWithZxing) };
}

/** Returns the text of the first readable frame. */
function read(look: (hold: Hold) => ImageData, scanner: Scanner): string | undefined {
  for (const hold of HOLDS) {
    const text = scanner(look(hold));
    if (text !== undefined) return text;
  }
  return undefined;
}

function frame(screen: HTMLCanvasElement, { size, turn }: Hold): ImageData {
  const own = screen.getContext('2d');
  if (!context || !own) throw new Error('There is no canvas.');
  if (size === 1 && turn === 0) return own.getImageData(0, 0, screen.width, screen.height);
  const side = Math.round(screen.width * size);
  // A rotated square needs more space. The room around the screen is dark.
  canvas.width = canvas.height = Math.ceil(turn ? side * 1.2 : side);
  context.imageSmoothingQuality = 'high';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turn * Math.PI) / 180);
  context.drawImage(screen, -side / 2, -side / 2, side, side);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

const readWithJsqr: Scanner = ({ data, width, height }) =>
  jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data;

const readWithZxing: Scanner = ({ data, width, height }) => {
  const grey = new Uint8ClampedArray(width * height);
  // The page and the code are grey, so the red channel is enough.
  for (let pixel = 0; pixel < grey.length; pixel += 1) grey[pixel] = data[4 * pixel] ?? 0;
  const source = new RGBLuminanceSource(grey, width, height);
  try {
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  } catch {
    return undefined;
  }
};
