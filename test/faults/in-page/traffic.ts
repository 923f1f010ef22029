/** The page's own `fetch`, which is not counted. */
export const plainFetch = window.fetch.bind(window);

let open = 0;
let sent = 0;
const limits = new Set<AbortController>();

/** The number of requests of the library so far. */
export const requestsSent = (): number => sent;

/** Whether a request is under way, or its response is being read. */
export const isSending = (): boolean => open > 0;

const ended = new Set<() => void>();

/** Resolves when a request ends. */
export const nextEnd = (): Promise<void> =>
  new Promise((resolve) => {
    ended.add(resolve);
  });

/** Ends the time of every request that is under way, as if it were over. */
export function endTime(): void {
  for (const limit of limits) limit.abort(new DOMException('The time is over.', 'TimeoutError'));
  limits.clear();
}

/** Forgets the time limits of a cell that has ended. */
export const forgetLimits = (): void => limits.clear();

/** Calls back once, when a body has been read to its end, failed or canceled. */
function watchBody(body: ReadableStream<Uint8Array>, ended: () => void): void {
  const getReader = body.getReader.bind(body) as () => ReadableStreamDefaultReader<Uint8Array>;
  const cancel = body.cancel.bind(body);
  const end = <Result>(promise: Promise<Result>): Promise<Result> => {
    void promise.then(ended, ended);
    return promise;
  };
  body.cancel = (reason) => end(cancel(reason));
  body.getReader = (() => {
    const reader = getReader();
    const read = reader.read.bind(reader);
    const cancelReader = reader.cancel.bind(reader);
    reader.read = async () => {
      try {
        const next = await read();
        if (next.done) ended();
        return next;
      } catch (error) {
        ended();
        throw error;
      }
    };
    reader.cancel = (reason) => end(cancelReader(reason));
    return reader;
  }) as typeof body.getReader;
}

/** Counts the requests of the library, and takes their time limit into the hands of the test. */
export function watchTraffic(): void {
  AbortSignal.timeout = () => {
    const limit = new AbortController();
    limits.add(limit);
    return limit.signal;
  };
  window.fetch = async (input, init) => {
    open += 1;
    sent += 1;
    let isOver = false;
    const end = (): void => {
      if (isOver) return;
      isOver = true;
      open -= 1;
      for (const tell of ended) tell();
      ended.clear();
    };
    // A request that is aborted while its body is read ends too.
    init?.signal?.addEventListener('abort', end);
    try {
      const response = await plainFetch(input, init);
      if (response.body) watchBody(response.body, end);
      else end();
      return response;
    } catch (error) {
      end();
      throw error;
    }
  };
}
