import { isLogoutLabel } from './act-labels.js';
import { END_OF_SESSION, LOG_OUT } from './acts.js';
import { unaccented } from './unaccented.js';
import { actionOf } from '../bodies/body-action.js';
import { decodeEntities } from '../bodies/html-entities.js';
import { readTag } from '../bodies/html-tag.js';
import { shownOf } from '../bodies/shown-text.js';
import type { BodyField, WayOut } from '../../model.js';

// Where a page leads whoever presses what it calls logging out, whatever the address is called.

const TAG = /<(?:a|form|button|input)[\s/>]|<\/(?:a|form|button)\s*>/gi;
const ANY_TAG = /<[^<>]*>/g;
const LONGEST_SOURCE = 600;
const MOST_TAGS = 4_000;
const MOST_WAYS = 8;

/** What is open while a page is read. */
interface Open {
  link?: { to: string; from: number };
  button?: { name: string; from: number };
  form?: { to: string; fields: BodyField[]; isOut: boolean; buttons: number };
  /** Addresses of all forms that were read. */
  forms: string[];
}

/** Where a form leads that logs out, whatever its button says: `Yes`. */
const LEADS_OUT = new RegExp(
  String.raw`(?:^|[/?&=._-])(?:${LOG_OUT}|${END_OF_SESSION})(?:$|[/?&#=._-])`,
  'i',
);

/** The links and forms by which a page offers to log out, as they are labelled or lead. */
export function waysOutOf(html: string): WayOut[] {
  const page = shownOf(html);
  const search = new RegExp(TAG);
  const open: Open = { forms: [] };
  const ways: WayOut[] = [];
  for (let tags = 0; tags < MOST_TAGS; tags++) {
    const found = search.exec(page);
    if (!found) break;
    const name = found[0].replace(/[\s/>]+$/, '').toLowerCase();
    if (name.startsWith('</') || name === '<') closed(found[0], page, found.index, open, ways);
    else {
      const { attributes, end } = readTag(page, found.index + name.length);
      search.lastIndex = end;
      if (attributes) opened(name.slice(1), attributes, end, open);
    }
  }
  const once = (to: string) => open.forms.filter((one) => one === to).length === 1;
  return ways.filter(({ form, to, word }) => !form || word !== undefined || once(to));
}

function opened(name: string, attributes: Map<string, string>, end: number, open: Open): void {
  const said = (key: string) => decodeEntities(attributes.get(key) ?? '').trim();
  if (name === 'a') open.link = { to: said('href'), from: end };
  if (name === 'form') {
    const isPost = said('method').toLowerCase() === 'post';
    open.forms.push(said('action'));
    open.form = isPost ? { to: said('action'), fields: [], isOut: false, buttons: 0 } : undefined!;
  }
  if (!open.form) return;
  const isButton = name === 'button' || /^(?:submit|button|image)$/i.test(said('type'));
  if (isButton) open.form.buttons++;
  if (name === 'button') open.button = { name: said('name'), from: end };
  if (name !== 'input') return;
  if (isButton) {
    if (isLogoutLabel(said('value') || said('alt') || said('title'))) open.form.isOut = true;
  } else open.form.fields.push({ pointer: said('name'), value: said('value') });
}

function closed(tag: string, page: string, at: number, open: Open, ways: WayOut[]): void {
  const name = tag.slice(2, 3).toLowerCase();
  if (name === 'a' && open.link) {
    const { to, from } = open.link;
    if (isLogoutLabel(textOf(page, from, at)) && to !== '' && ways.length < MOST_WAYS)
      ways.push({ to });
    delete open.link;
  }
  if (name === 'b' && open.button) {
    if (open.form && isLogoutLabel(textOf(page, open.button.from, at))) open.form.isOut = true;
    delete open.button;
  }
  if (name === 'f' && open.form) {
    const { to, fields, isOut, buttons } = open.form;
    const word = actionOf(fields);
    // Of several buttons the one that is pressed says what it does.
    const isOne = (isOut && buttons === 1) || LEADS_OUT.test(unaccented(to));
    if (isOne && ways.length < MOST_WAYS)
      ways.push({ to, form: true, ...(word !== undefined && { word }) });
    delete open.form;
  }
}

function textOf(page: string, from: number, to: number): string {
  if (to - from > LONGEST_SOURCE) return '';
  return decodeEntities(page.slice(from, to).replace(ANY_TAG, ' '));
}
