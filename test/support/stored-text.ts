import { allText } from './all-text.js';

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('Not read.')));
  });

/** Opens a database; `undefined` if it was deleted meanwhile. */
async function openExisting(name: string): Promise<IDBDatabase | undefined> {
  const request = indexedDB.open(name);
  request.addEventListener('upgradeneeded', () => request.transaction?.abort());
  try {
    return await settled(request);
  } catch {
    return undefined;
  }
}

async function recordsOf(name: string): Promise<unknown[]> {
  const database = await openExisting(name);
  const stores = [...(database?.objectStoreNames ?? [])];
  if (!database || stores.length === 0) return [];
  const transaction = database.transaction(stores);
  const records = stores.map((store) => {
    const opened = transaction.objectStore(store);
    return Promise.all([settled(opened.getAllKeys()), settled(opened.getAll())]);
  });
  const all = await Promise.all(records);
  database.close();
  return all;
}

/** Returns every text in the databases of this site. */
export async function databaseText(): Promise<string> {
  const names = (await indexedDB.databases()).map(({ name = '' }) => name);
  return allText([names, await Promise.all(names.map(recordsOf))]);
}

/** Puts a text into a database of its own, and returns how to delete it. */
export async function storeInDatabase(text: string): Promise<() => Promise<unknown>> {
  const name = `test-${crypto.randomUUID()}`;
  const request = indexedDB.open(name);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore('texts'));
  const database = await settled(request);
  await settled(database.transaction('texts', 'readwrite').objectStore('texts').put({ text }, 1));
  database.close();
  return () => settled(indexedDB.deleteDatabase(name));
}

async function responsesIn(name: string): Promise<unknown[]> {
  const cache = await caches.open(name);
  const requests = await cache.keys();
  return Promise.all(
    requests.map(async (request) => [request, await (await cache.match(request))?.text()]),
  );
}

/** Returns every text in the caches of this site. */
export async function cacheText(): Promise<string> {
  const names = await caches.keys();
  return allText([names, await Promise.all(names.map(responsesIn))]);
}

/** Puts a text into a cache of its own, and returns how to delete it. */
export async function storeInCache(text: string): Promise<() => Promise<unknown>> {
  const name = `test-${crypto.randomUUID()}`;
  await (await caches.open(name)).put('/stored', new Response(text));
  return () => caches.delete(name);
}
