import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../_locales/en/messages.json' with { type: 'json' };
import ko from '../../_locales/ko/messages.json' with { type: 'json' };
import { THRESHOLDS } from '../../src/engine/thresholds.js';
import { LABELS } from '../support/labels.js';

type Messages = Record<string, { message: string }>;

const uiOnly = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).filter(([key]) => key.startsWith('ui_')));

const english = uiOnly(en);
const korean = uiOnly(ko);

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

const code = ['src/ui', 'popup', 'devtools'].flatMap(sources).join('\n');
const mentioned = new Set([...code.matchAll(/'(ui_\w+)'/g)].map(([, key = '']) => key));
const expand = (key: string): string[] => (key in english ? [key] : [`${key}_one`, `${key}_other`]);
const used = new Set([...mentioned].flatMap(expand));
const placeholders = (message: string): string[] => [...new Set(message.match(/\$\d/g))].toSorted();

describe('the screens’ messages', () => {
  it('are the same in both languages', () => {
    expect(Object.keys(korean).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it('say something', () => {
    const silent = [...Object.entries(english), ...Object.entries(korean)];
    expect(silent.filter(([, { message }]) => message.trim() === '')).toEqual([]);
  });

  it('have the same values filled in', () => {
    // A single thing may be named without its number.
    const keys = Object.keys(english).filter((key) => !key.endsWith('_one'));
    const valuesOf = (messages: Messages) =>
      keys.map((key) => [key, placeholders(messages[key]?.message ?? '')]);
    expect(valuesOf(korean)).toEqual(valuesOf(english));
  });

  it('exist where they are used', () => {
    expect(mentioned.size).toBeGreaterThan(50);
    expect([...used, ...LABELS].filter((key) => !(key in english))).toEqual([]);
  });

  it('name the source of a limit as the engine does', () => {
    const given = Object.entries(THRESHOLDS).map(([name, { source }]) => [name, source]);
    const told = given.map(([name]) => [name, english[`ui_limitSource_${name}`]?.message]);
    expect(told).toEqual(given);
  });

  it('are used where they exist', () => {
    const known = new Set([...used, ...LABELS]);
    expect(Object.keys(english).filter((key) => !known.has(key))).toEqual([]);
  });

  it('are nowhere written into a component', () => {
    const components = sources('src/ui').join('\n');
    const attributes = [...components.matchAll(/(?:aria-label|title|placeholder)="([^"]+)"/g)];
    expect(attributes.map(([whole]) => whole)).toEqual([]);
  });

  it('speak Korean in one voice: what to do in one form, what is wrong in sentences', () => {
    const spoken = Object.entries(ko).map(([key, { message }]) => [key, message] as const);
    expect(spoken.filter(([, message]) => message.includes('십시오'))).toEqual([]);
    const titles = spoken.filter(([key]) => /^rule_.*_title$/.test(key));
    expect(titles.length).toBeGreaterThan(80);
    expect(titles.filter(([, title]) => !/다(\([^)]+\))?$/.test(title))).toEqual([]);
  });
});
