import { fold, LOG_OUT } from './acts.js';

/** What these hold of addresses and words is shown to nobody; without an end they go on to that of the page. */
const UNSEEN = /<!--|<(?:script|style|template)\b/gi;
const ENDS: ReadonlyMap<string, RegExp> = new Map([
  ['<!--', /-->/g],
  ['<script', /<\/script/gi],
  ['<style', /<\/style/gi],
  ['<template', /<\/template/gi],
]);
/** What servers write around the word: `/user/logout.php?t=1`, `do=logout`, `>Log out<`, `value="Logout"`. */
const BEFORE = String.raw`(?:(?:user|auth|account|session|do|action|my|wp|special)[-_.:]?){0,2}`;
const WORD = String.raw`${BEFORE}(?:${LOG_OUT})(?:[-_.]?(?:user|all|now))?(?:\.\w{1,5})?`;
/** As a whole between marks, or as an attribute without quotes (HTML §13.1.2.3). */
const WAY_OUT = new RegExp(
  String.raw`[>"'/=?&;]\s{0,40}${WORD}\s{0,40}[<"'/?&#]|=${WORD}[\s>]`,
  'iu',
);

/**
 * True for a page that offers to log out, by a link, a form or a button: whoever is answered with it is logged
 * in, unless it is one page for everything of which a script shows parts.
 */
export function offersWayOut(html: string): boolean {
  return WAY_OUT.test(fold(shownOf(html)));
}

/** In linear time: nothing is looked for again that was not found once. */
function shownOf(html: string): string {
  const begins = new RegExp(UNSEEN);
  let shown = '';
  let from = 0;
  for (let found = begins.exec(html); found; found = begins.exec(html)) {
    shown += html.slice(from, found.index);
    const end = new RegExp(ENDS.get(found[0].toLowerCase())!);
    end.lastIndex = begins.lastIndex;
    if (!end.test(html)) return shown;
    from = begins.lastIndex = end.lastIndex;
  }
  return shown + html.slice(from);
}
