/** A copy of plain JSON data, so that neither changes with the other. */
export function structuredCopy<T>(data: T): T {
  return JSON.parse(JSON.stringify(data)) as T;
}
