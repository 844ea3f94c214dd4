import { decodeEntities } from './html-entities.js';
import { readTag } from './html-tag.js';
import { regex } from '../../regex.js';

/** Pages that only lead on are short: others have links and scripts of all kinds. */
const LONGEST = 8_192;
const MOST = 4;
const TAG = /<(meta|frame|iframe)[\s/]/gi;
/** HTML §4.2.5.3, “shared declarative refresh steps”. */
const REFRESH = /^\s*\d{0,3}(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i;
const BY_SCRIPT = regex('g')`
  \blocation(?:\.href)?\s*=\s*(["'])([^"'\s]+)\1
  |\blocation\.(?:replace|assign)\(\s*(["'])([^"'\s]+)\3`;

/** Addresses to which a short page sends its browser by itself, or which it shows in frames. */
export function leadsOn(html: string): string[] {
  if (html.length > LONGEST) return [];
  const found = [...byTags(html), ...byScripts(html)];
  return [...new Set(found.filter((address) => address !== ''))].slice(0, MOST);
}

/** The address of a `Refresh` header, or of the element that stands in for it. */
export function refreshAddress(content: string): string {
  return (REFRESH.exec(content)?.[1] ?? '').trim();
}

function byTags(html: string): string[] {
  return [...html.matchAll(TAG)].map(({ index, 0: head, 1: name = '' }) => {
    const { attributes } = readTag(html, index + head.length - 1);
    if (name.toLowerCase() !== 'meta') return decodeEntities(attributes?.get('src') ?? '').trim();
    const isRefresh = attributes?.get('http-equiv')?.toLowerCase() === 'refresh';
    return isRefresh ? refreshAddress(decodeEntities(attributes?.get('content') ?? '')) : '';
  });
}

function byScripts(html: string): string[] {
  return [...html.matchAll(BY_SCRIPT)].map(([, , set, , called]) => set ?? called ?? '');
}
