import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../src/recording/bodies/stored-content.js';
import type { ContentNode } from '../../../src/recording/shown/view.js';
import { Seeded } from '../../support/seeded.js';

const TOKEN = new Seeded('content').bytes(24).toString('hex');
const credentialsIn = (text: string) => (text.includes(TOKEN) ? ['c1'] : []);
const masked = (value: string) => contentOf(value, credentialsIn, false);
const revealed = (value: string) => contentOf(value, credentialsIn, true);

/** The leaves, in order. */
function leaves(node: ContentNode | undefined): { text: string; credentialIds: string[] }[] {
  if (!node) return [];
  return 'members' in node ? node.members.flatMap((member) => leaves(member.node)) : [node];
}

describe('contentOf', () => {
  const json = JSON.stringify({ theme: 'dark', auth: { token: TOKEN, password: 'x1' }, n: 12 });

  it('masks what is secret and leaves the rest to be read, in its place', () => {
    const content = masked(json);
    expect(leaves(content).map(({ text }) => text)).toEqual([
      '"dark"',
      expect.stringMatching(/^".{0,4}…\(48\)"$/),
      '"…(2)"',
      '12',
    ]);
    expect(leaves(content)[1]?.credentialIds).toEqual(['c1']);
    expect(JSON.stringify(content)).not.toContain(TOKEN);
  });

  it('shows all of it to who asks, marked in the same places', () => {
    const told = leaves(revealed(json));
    expect(told.map(({ text }) => text)).toEqual(['"dark"', `"${TOKEN}"`, '"x1"', '12']);
    expect(told[1]?.credentialIds).toEqual(['c1']);
  });

  it.each([
    ['JSON in JSON', JSON.stringify({ root: JSON.stringify({ token: TOKEN }) })],
    ['a percent-encoded cookie', encodeURIComponent(JSON.stringify([TOKEN]))],
    ['a JSON cookie of Express', `j:${JSON.stringify({ token: TOKEN })}`],
    ['the same, percent-encoded', encodeURIComponent(`j:${JSON.stringify({ token: TOKEN })}`)],
  ])('finds a token in %s', (_, value) => {
    expect(leaves(revealed(value))).toEqual([{ text: `"${TOKEN}"`, credentialIds: ['c1'] }]);
  });

  it('calls what says nothing by the name above it', () => {
    const content = masked(JSON.stringify({ password: { hash: 'a1b2' }, city: { hash: 'a1b2' } }));
    expect(leaves(content).map(({ text }) => text)).toEqual(['"a…(4)"', '"a1b2"']);
  });

  it('masks names that are secrets', () => {
    expect(JSON.stringify(masked(JSON.stringify({ [TOKEN]: 1 })))).not.toContain(TOKEN);
  });

  it.each(['', 'text', '12', '"text"', '{', '{a}', '%7B', 'null', TOKEN])('leaves %j', (value) =>
    expect(masked(value)).toBeUndefined(),
  );

  it('is bounded, and says what is left', () => {
    const content = masked(JSON.stringify(Array.from({ length: 5_000 }, (_, n) => n)));
    expect(content).toMatchObject({ left: 3_000 });
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    expect(leaves(masked(deep))).toEqual([{ text: '…', credentialIds: [] }]);
  });

  it('tells the same places masked and revealed, of whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (value) => {
        expect(leaves(masked(value))).toHaveLength(leaves(revealed(value)).length);
      }),
    );
  });
});
