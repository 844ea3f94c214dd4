/**
 * How often it is looked whether the extension is still there: no event tells a page of its end.
 */
const EVERY = 2_000;

/** Calls `told` once the extension was updated or removed under this page; returns how to stop. */
export function onOrphaned(isThere: () => boolean, told: () => void): () => void {
  const timer = setInterval(() => {
    if (isThere()) return;
    clearInterval(timer);
    told();
  }, EVERY);
  return () => clearInterval(timer);
}

/** What was asked of an extension that is gone by now is never answered: then it fails. */
export async function unlessOrphaned<T>(answer: Promise<T>, isThere: () => boolean): Promise<T> {
  let stop = () => {};
  const orphaned = new Promise<never>((_, reject) => {
    stop = onOrphaned(isThere, () => reject(new Error('the extension is not there any more')));
  });
  try {
    return await Promise.race([answer, orphaned]);
  } finally {
    stop();
  }
}
