import { allText } from './all-text.js';
import { attributes, attributesOf } from './planted-secrets.js';
import { allElements } from './page.js';
import { cacheText, databaseText, storeInCache, storeInDatabase } from './stored-text.js';
import { WatchedCalls } from './watched-calls.js';

type Undo = () => unknown;

/** A channel that is being read. */
interface OpenChannel {
  /** Everything that is in the channel now, or has gone through it since it was opened. */
  readonly read: (page: Element) => string | Promise<string>;
  readonly close: () => void;
}

/** A way by which a secret may leave the elements, or stay behind. */
interface SecretChannel {
  readonly open: () => OpenChannel;
  /** The control: leaks a secret into the channel on purpose. Returns how to take it back. */
  readonly leak: (secret: string, page: Element) => Undo | Promise<Undo>;
}

/** A channel that keeps what it has: nothing has to listen to it. */
const kept = (read: OpenChannel['read'], leak: SecretChannel['leak']): SecretChannel => ({
  open: () => ({ read, close: () => undefined }),
  leak,
});

/** A channel that something goes through, when a script calls these methods. */
const called = (
  watch: (calls: WatchedCalls) => void,
  leak: SecretChannel['leak'],
): SecretChannel => ({
  open: () => {
    const calls = new WatchedCalls();
    watch(calls);
    return { read: () => calls.text, close: () => calls.stop() };
  },
  leak,
});

/** A channel of events that reach the window. */
const heard = <Type extends keyof WindowEventMap>(
  type: Type,
  textOf: (event: WindowEventMap[Type]) => unknown,
  leak: (secret: string) => Event,
): SecretChannel => ({
  open: () => {
    const texts: string[] = [];
    const hear = (event: WindowEventMap[Type]) => texts.push(allText(textOf(event)));
    window.addEventListener(type, hear, true);
    return {
      read: () => texts.join('\n'),
      close: () => window.removeEventListener(type, hear, true),
    };
  },
  leak: (secret) => {
    // The runner of the tests would fail the test.
    const showErrors = setFor(window, 'onerror', null);
    window.dispatchEvent(leak(secret));
    return showErrors;
  },
});

const storage = (area: Storage): SecretChannel =>
  kept(
    () => JSON.stringify({ ...area }),
    (secret) => {
      const name = crypto.randomUUID();
      area.setItem(name, secret);
      return () => area.removeItem(name);
    },
  );

/** Sets a property for as long as a control needs it. */
function setFor<Target extends object>(target: Target, name: keyof Target, value: unknown): Undo {
  const before: unknown = target[name];
  const isNew = !(name in target);
  Reflect.set(target, name, value);
  return () => (isNew ? Reflect.deleteProperty(target, name) : Reflect.set(target, name, before));
}

/** Adds an element to the page for as long as a control needs it. */
function addFor(html: string, secret: string): Undo {
  const box = document.createElement('div');
  box.innerHTML = html.replace('SECRET', secret);
  document.body.append(box);
  return () => box.remove();
}

/** The elements of this library in a page. */
const ours = (page: Element): Element[] =>
  allElements(page).filter(({ localName }) => localName.startsWith('mfa-'));

/** What a script reads of an element without calling anything, except what Lit keeps of its rendering. */
const propertiesOf = (element: Element): unknown[] =>
  Object.entries(element).filter(([name]) => !/^(_\$|__)/.test(name));

/** What the engine remembers of the last match of a regular expression. */
const LAST_MATCH = ['input', 'lastMatch', 'lastParen', 'leftContext', 'rightContext', '$1', '$9'];

const LIVE = '[aria-live], [role=alert], [role=status], [role=timer], [role=log]';

/** What assistive technology says by itself, or as the name of something. */
const spoken = (page: Element): string =>
  allElements(page)
    .flatMap((element) => [
      element.matches(LIVE) ? element.textContent : '',
      ...[element.ariaLabel, element.ariaDescription, element.ariaValueText],
      ...referredTo(element).map(({ textContent }) => textContent),
    ])
    .join('\n');

/** What names or describes an element. */
const referredTo = (element: Element): Element[] =>
  ['aria-labelledby', 'aria-describedby', 'aria-errormessage', 'aria-details']
    .flatMap((name) => element.getAttribute(name)?.split(/\s+/) ?? [])
    .flatMap((id) => (element.getRootNode() as Document | ShadowRoot).getElementById(id) ?? []);

/** What the forms of the page would send. A form with the method "dialog" sends nothing. */
const sentByForms = (): string =>
  [...document.forms]
    .filter(({ method }) => method !== 'dialog')
    .map((form) => `${form.action} ${allText(new FormData(form))}`)
    .join('\n');

/** Watches every event that a script dispatches, with what is on its path at that moment. */
function watchEvents(calls: WatchedCalls): void {
  calls.watch(EventTarget.prototype, 'dispatchEvent', ([event]) => {
    if (!(event instanceof Event)) return event;
    const hear = () => {
      const path = event.composedPath().filter((it): it is Element => it instanceof Element);
      calls.add(path.map(attributesOf));
    };
    window.addEventListener(event.type, hear, { capture: true, once: true });
    queueMicrotask(() => window.removeEventListener(event.type, hear, true));
    return event;
  });
}

/** Everything of a request but its body. */
const headOf = ([target, init]: readonly unknown[]): unknown => [
  target,
  { ...(init as RequestInit | undefined), body: undefined, signal: undefined },
];

/** The address of a request that goes nowhere. */
const NOWHERE = 'data:,';

/**
 * Every way by which a secret may leave the elements, or stay where it must not. Each has its control.
 *
 * The last match of a regular expression comes first, because to read the others changes it.
 */
export const SECRET_CHANNELS = {
  'the last match of a regular expression': kept(
    () => LAST_MATCH.map((name) => String(Reflect.get(RegExp, name))).join('\n'),
    (secret, page) => {
      const rendered = async () => {
        await new Promise((resolve) => setTimeout(resolve));
        /.+/.exec(secret);
      };
      const leaking = Object.defineProperties(document.createElement('p'), {
        requestUpdate: { value: () => undefined },
        updateComplete: { get: rendered },
      });
      page.append(leaking);
      return () => leaking.remove();
    },
  ),
  'an attribute': kept(attributes, (secret, page) => {
    page.setAttribute('data-leak', secret);
    return () => page.removeAttribute('data-leak');
  }),
  'the HTML of the page, outside of shadow trees': kept(
    () => [document.documentElement, ...document.querySelectorAll('*')].map(ownTextOf).join('\n'),
    (secret) => addFor('<p>SECRET</p>', secret),
  ),
  'what is spoken, or names something': kept(spoken, (secret, page) => {
    const region = document.createElement('p');
    region.role = 'status';
    region.textContent = secret;
    (page.shadowRoot ?? page).append(region);
    return () => region.remove();
  }),
  'a property of an element': kept(
    (page) => allText(ours(page).map(propertiesOf)),
    (secret, page) => {
      Reflect.set(page, 'leak', { deep: [secret] });
      return () => Reflect.deleteProperty(page, 'leak');
    },
  ),
  'what a form of the page sends': kept(sentByForms, (secret) =>
    addFor('<form method="post"><input type="hidden" name="leak" value="SECRET"></form>', secret),
  ),
  'the title': kept(
    () => document.title,
    (secret) => setFor(document, 'title', secret),
  ),
  'the address': kept(
    () => location.href,
    (secret) => {
      const before = location.href;
      history.replaceState(history.state, '', `#${secret}`);
      return () => history.replaceState(history.state, '', before);
    },
  ),
  'the state of the history': kept(
    () => allText(history.state),
    (secret) => {
      const before: unknown = history.state;
      history.replaceState({ deep: [secret] }, '');
      return () => history.replaceState(before, '');
    },
  ),
  'the name of the window': kept(
    () => window.name,
    (secret) => setFor(window, 'name', secret),
  ),
  'a global variable': {
    open: () => {
      const before = new Set(Object.getOwnPropertyNames(globalThis));
      const added = () =>
        Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name));
      return {
        read: () =>
          allText(added().map((name) => [name, Reflect.get(globalThis, name)] as unknown[])),
        close: () => undefined,
      };
    },
    leak: (secret) => {
      Reflect.set(globalThis, 'leakOfTest', { deep: [secret] });
      return () => Reflect.deleteProperty(globalThis, 'leakOfTest');
    },
  },
  'the storage of the site': storage(localStorage),
  'the storage of the tab': storage(sessionStorage),
  'a cookie': kept(
    () => document.cookie,
    (secret) => {
      const name = crypto.randomUUID();
      document.cookie = `${name}=${secret}`;
      return () => (document.cookie = `${name}=; max-age=0`);
    },
  ),
  'a database': kept(databaseText, storeInDatabase),
  'a cache': kept(cacheText, storeInCache),
  'what the page measures': kept(
    () =>
      allText(
        performance
          .getEntries()
          .map((entry) => [entry.name, (entry as Partial<PerformanceMark>).detail] as unknown[]),
      ),
    (secret) => {
      performance.mark('leak', { detail: secret });
      return () => performance.clearMarks('leak');
    },
  ),
  'the console': called(
    (calls) => {
      for (const name of Object.keys(console)) calls.watch(console, name, undefined, true);
    },
    (secret) => {
      console.groupCollapsed('a group', { deep: new Error('x', { cause: [secret] }) });
      return () => undefined;
    },
  ),
  'an event': called(watchEvents, (secret, page) => {
    page.dispatchEvent(new CustomEvent('leak', { detail: { deep: [secret] } }));
    return () => undefined;
  }),
  'an error that nothing catches': heard(
    'error',
    ({ error, message }: ErrorEvent): unknown => [error, message],
    (secret) => new ErrorEvent('error', { error: new Error('x', { cause: new Error(secret) }) }),
  ),
  'a rejection that nothing catches': heard(
    'unhandledrejection',
    ({ reason }): unknown => reason,
    (secret) =>
      new PromiseRejectionEvent('unhandledrejection', {
        promise: Promise.resolve(),
        reason: new Error(secret),
      }),
  ),
  'a message to another window or tab': called(
    (calls) => {
      calls.watch(window, 'postMessage');
      for (const { prototype } of [BroadcastChannel, MessagePort, Worker])
        calls.watch(prototype, 'postMessage');
      calls.watch(window, 'open');
    },
    (secret) => {
      const channel = new BroadcastChannel(crypto.randomUUID());
      channel.postMessage({ deep: [secret] });
      return () => channel.close();
    },
  ),
  'the address or a header of a request': called(
    (calls) => {
      calls.watch(window, 'fetch', headOf);
      calls.watch(XMLHttpRequest.prototype, 'open');
      calls.watch(XMLHttpRequest.prototype, 'setRequestHeader');
      calls.watch(navigator, 'sendBeacon', ([address]) => address);
    },
    async (secret) => {
      await fetch(NOWHERE, { headers: new Headers({ leak: secret }) });
      return () => undefined;
    },
  ),
  'the body of a request': called(
    (calls) => {
      calls.watch(window, 'fetch', ([, init]) => (init as RequestInit | undefined)?.body);
      calls.watch(XMLHttpRequest.prototype, 'send');
      calls.watch(navigator, 'sendBeacon', ([, body]) => body);
      calls.watch(WebSocket.prototype, 'send', ([body]) => (isOfRunner(body) ? '' : body));
    },
    async (secret) => {
      await fetch(NOWHERE, { method: 'POST', body: new URLSearchParams({ leak: secret }) });
      return () => undefined;
    },
  ),
  'the clipboard': called(
    (calls) => {
      const clipboard = (globalThis as { readonly Clipboard?: typeof Clipboard }).Clipboard;
      calls.watch(clipboard?.prototype, 'writeText', undefined, true);
      calls.watch(clipboard?.prototype, 'write', undefined, true);
      calls.watch(document, 'execCommand', (given) => [...given, String(getSelection())]);
    },
    (secret) => {
      void navigator.clipboard.writeText(secret);
      return () => undefined;
    },
  ),
  'the name or the address of a download': called(
    (calls) => {
      calls.watch(HTMLAnchorElement.prototype, 'click', (_given, link) => {
        const { download, href } = link as HTMLAnchorElement;
        return [download, href];
      });
    },
    (secret) => {
      const link = Object.assign(document.createElement('a'), { download: `${secret}.txt` });
      // Without an address, nothing is saved.
      link.click();
      return () => undefined;
    },
  ),
} as const satisfies Readonly<Record<string, SecretChannel>>;

export type SecretChannelName = keyof typeof SECRET_CHANNELS;

/** The text between the tags of an element, and its attributes. */
function ownTextOf(element: Element): string {
  const texts = [...element.childNodes].map((node) =>
    node instanceof CharacterData ? node.data : '',
  );
  return [...texts, attributesOf(element)].join('\n');
}

/** Whether this is a message of Web Test Runner, which reports the results of tests. */
const isOfRunner = (body: unknown): boolean =>
  typeof body === 'string' && body.includes('"type":"wtr-');
