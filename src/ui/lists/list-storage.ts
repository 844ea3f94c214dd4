import type { StorageItemView } from '../../messaging/views.js';

/** Items in whose key, attributes or masked value every word occurs. */
export function selectItems(
  items: readonly StorageItemView[],
  filter: string,
): readonly StorageItemView[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((item) => {
    const all = wordsOf(item);
    return words.every((word) => all.includes(word));
  });
}

function wordsOf({ key, preview, cookie }: StorageItemView): string {
  const { domain = '', path = '', httpOnly, secure, sameSite, partition } = cookie ?? {};
  const flags = [httpOnly && 'httponly', secure && 'secure', sameSite && `samesite=${sameSite}`];
  return [key, preview, domain, path, partition, ...flags].filter(Boolean).join('\n').toLowerCase();
}
