import { decodeEntities } from './html-entities.js';

/**
 * What these hold of addresses and words is shown to nobody; without an end they go on to that of
 * the page.
 */
const UNSEEN = /<!--|<(?:script|style|template)\b/gi;
const ENDS: ReadonlyMap<string, RegExp> = new Map([
  ['<!--', /-->/g],
  ['<script', /<\/script/gi],
  ['<style', /<\/style/gi],
  ['<template', /<\/template/gi],
]);
/** What stands within a sentence (HTML §4.5); other elements end one. */
const INLINE =
  /<\/?(?:a|abbr|b|code|em|font|i|kbd|mark|s|small|span|strong|tt|u|var)(?:\s[^<>]*)?>/gi;
const ELEMENT = /<[^<>]*>/g;
/** Letters with accents, as pages wrote them before they were written in UTF-8. */
const ACCENT = /&([a-z])(?:acute|grave|circ|uml|cedil|tilde|ring|slash|caron|ogon);/gi;

/**
 * A page without comments, scripts and styles. In linear time: nothing is looked for again that was
 * not found once.
 */
export function shownOf(html: string): string {
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

/**
 * The words of a page, each block of them in a line of its own, letters without their accents where
 * entities wrote them.
 */
export function shownText(html: string): string {
  const plain = shownOf(html).replace(INLINE, ' ').replace(ELEMENT, '\n').replace(ACCENT, '$1');
  return decodeEntities(plain.replaceAll('&nbsp;', ' '))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
