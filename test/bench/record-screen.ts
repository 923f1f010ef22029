import type { CDPSession } from 'playwright';

/** A picture of a page. */
export interface Frame {
  /** In milliseconds since the navigation. */
  readonly at: number;
  /** A PNG. */
  readonly picture: Buffer;
}

export interface Recording {
  /**
   * Ends the recording with a picture of the page as it is now.
   *
   * @param timeOrigin When the navigation began, in milliseconds since 1970. What was before it is left out.
   */
  stop(timeOrigin: number): Promise<readonly Frame[]>;
}

/** What Chromium tells of a frame. */
interface Screencast {
  readonly data: string;
  readonly metadata: { readonly timestamp?: number };
  readonly sessionId: number;
}

/** Records each frame that Chromium shows. */
export async function recordScreen(session: CDPSession): Promise<Recording> {
  const frames: Frame[] = [];
  const acknowledged: Promise<unknown>[] = [];
  const keep = ({ data, metadata, sessionId }: Screencast): void => {
    const at = metadata.timestamp === undefined ? Date.now() : metadata.timestamp * 1000;
    frames.push({ at, picture: Buffer.from(data, 'base64') });
    // Chromium waits for this before it sends the next one.
    acknowledged.push(session.send('Page.screencastFrameAck', { sessionId }));
  };
  session.on('Page.screencastFrame', keep);
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  return {
    stop: async (timeOrigin) => {
      const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
      frames.push({ at: Date.now(), picture: Buffer.from(data, 'base64') });
      session.off('Page.screencastFrame', keep);
      await Promise.all(acknowledged);
      await session.send('Page.stopScreencast');
      return frames
        .map(({ at, picture }) => ({ at: at - timeOrigin, picture }))
        .filter(({ at }) => at >= 0);
    },
  };
}
