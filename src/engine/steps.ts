/** Long work, step by step: whoever goes on with it can do something else in between. */
export type Steps<T> = Generator<void, T, void>;

/** Does all of it in one go. */
export function finished<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
