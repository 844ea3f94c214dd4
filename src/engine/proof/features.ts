import { featuresOfJson, parseJson } from './json-features.js';
import { featuresOfHtml } from './html-features.js';
import { MOST_FEATURES, plain } from './plain.js';
import type { Answer } from './probe-messages.js';

/** What an answer is made of, so that two can be compared piece by piece. */
export interface Features {
  readonly format: 'json' | 'html' | 'text' | 'empty';
  readonly all: ReadonlySet<string>;
  /** A page that asks for a password. */
  readonly asksPassword: boolean;
}

const MARKUP =
  /^\s*(?:<!doctype html|<html|<head|<body|<!--|<(?:div|p|h\d|form|table|ul|section|main)\b)/i;

/**
 * The pieces of an answer, with what changes by itself (numbers, times, random values) taken out.
 */
export function featuresOf({
  text,
  contentType = '',
}: Pick<Answer, 'text' | 'contentType'>): Features {
  if (text.trim() === '') return { format: 'empty', all: new Set(), asksPassword: false };
  const json = parseJson(text);
  if (json !== undefined)
    return { format: 'json', all: featuresOfJson(json.value), asksPassword: false };
  if (/html/i.test(contentType) || MARKUP.test(text)) {
    const { all, asksPassword } = featuresOfHtml(text);
    return { format: 'html', all, asksPassword };
  }
  return { format: 'text', all: featuresOfText(text), asksPassword: false };
}

function featuresOfText(source: string): Set<string> {
  const lines = source.split(/[\r\n]+/, MOST_FEATURES).map((line) => plain(line));
  return new Set(lines.filter(Boolean).map((line) => `line ${line}`));
}
