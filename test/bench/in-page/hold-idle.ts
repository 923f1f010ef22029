declare global {
  interface Window {
    /** Lets the page be idle. */
    releaseIdle: () => void;
  }
}

const held: [callback: IdleRequestCallback, options: IdleRequestOptions | undefined][] = [];
const whenIdle = window.requestIdleCallback.bind(window);

// The page is never idle: whether a page is idle before its goal is there depends on the machine.
window.requestIdleCallback = (callback, options) => held.push([callback, options]);

window.releaseIdle = () => {
  window.requestIdleCallback = whenIdle;
  for (const waiting of held.splice(0)) whenIdle(...waiting);
};

export {};
