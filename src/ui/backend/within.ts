/** Nobody answered in time. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError';

  constructor(readonly seconds: number) {
    super(`no answer within ${seconds} seconds`);
  }
}

/** What a promise resolves to, unless that takes longer. @throws NoAnswerError */
export async function within<T>(millis: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswerError(millis / 1000)), millis);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
