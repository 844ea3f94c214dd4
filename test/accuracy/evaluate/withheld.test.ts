import { describe, expect, it } from 'vitest';
import { contradictions } from '../../../accuracy/evaluate/withheld.js';
import type { Label } from '../../../accuracy/support/stack.js';

const SESSION: Label = { carrier: 'cookie', name: /^sid/, role: 'session' };
const THEME: Label = { carrier: 'cookie', name: 'theme', role: 'preference' };
const said = (more: object) => ({
  url: '',
  works: true,
  needed: [],
  notNeeded: [],
  groups: [],
  ...more,
});

describe('contradictions', () => {
  it('agrees where what decides is labelled so', () => {
    expect(contradictions(said({ needed: ['cookie sid7'] }), [SESSION, THEME])).toEqual([]);
  });

  it.each([
    ['alone', { needed: ['cookie theme'] }],
    ['with others', { groups: [['cookie sid', 'cookie theme']] }],
  ])('tells what decides %s and is not labelled so', (_how, withheld) => {
    expect(contradictions(said(withheld), [SESSION, THEME])).toHaveLength(1);
  });

  it('tells a proof that proves nothing', () => {
    expect(contradictions(said({ works: false }), [SESSION])).toHaveLength(1);
  });
});
