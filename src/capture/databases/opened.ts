/** What a request comes to. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
    // Gone between listing and opening: opening must not make it anew.
    if (request instanceof IDBOpenDBRequest)
      request.onupgradeneeded = () => request.transaction?.abort();
  });
}

/**
 * Does something with a database, and lets go of it; null where a page holds it back for so many
 * milliseconds.
 */
export async function withDatabase<T>(
  name: string,
  patience: number,
  work: (database: IDBDatabase) => Promise<T>,
): Promise<T | null> {
  const opening = settled(indexedDB.open(name));
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null));
  const database = await Promise.race([opening, late]);
  if (!database) {
    opening.then(
      (one) => one.close(),
      () => undefined,
    );
    return null;
  }
  database.onversionchange = () => database.close();
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** A transaction that comes to an end: a page may use its stores for as long as it likes. */
export function transactionOn(
  database: IDBDatabase,
  stores: string | string[],
  patience: number,
  mode: IDBTransactionMode = 'readonly',
): IDBTransaction {
  const transaction = database.transaction(stores, mode);
  const timer = setTimeout(() => abort(transaction), patience);
  for (const end of ['complete', 'abort'])
    transaction.addEventListener(end, () => clearTimeout(timer));
  return transaction;
}

export function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

/** True of what ends a transaction that was waited for in vain. */
export function isAbort(error: unknown): boolean {
  return (error as Error | null)?.name === 'AbortError';
}

/** Names of the databases of this origin. */
export async function databaseNames(): Promise<string[]> {
  const databases = await indexedDB.databases();
  return databases.map(({ name = '' }) => name);
}
