import { BinaryBitmap, HybridBinarizer, QRCodeReader, RGBLuminanceSource } from '@zxing/library';
import jsQR from 'jsqr';

type Scanner = (frame: ImageData) => string | undefined;

/** How a phone is held: how large the screen is in its picture, and how many degrees it is turned. */
interface Hold {
  readonly size: number;
  readonly turn: number;
}

/**
 * What a scanner sees in a second: first the screen exactly as it is, then as a hand holds a phone.
 * No scanner reads every single frame of a code, and ZXing some codes in no frame that is straight.
 */
const HOLDS: readonly Hold[] = [
  { size: 1, turn: 0 },
  ...[8, 1, 12, 3].flatMap((turn) => [0.75, 1, 0.5].map((size) => ({ size, turn }))),
];

const canvas = document.createElement('canvas');
const context = canvas.getContext('2d', { willReadFrequently: true });

/**
 * What two scanners that know nothing of each other read off a screen. Neither is allowed to try the
 * reverse, light on dark, as many apps do not (pitfall 1).
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

/** What the first frame that can be read says. */
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
  // A square that is turned needs more room. Around the screen the room is dark.
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
  // The page and the code have no colour: red is as good as any.
  for (let pixel = 0; pixel < grey.length; pixel += 1) grey[pixel] = data[4 * pixel] ?? 0;
  const source = new RGBLuminanceSource(grey, width, height);
  try {
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  } catch {
    return undefined;
  }
};
