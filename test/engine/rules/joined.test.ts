import { expect, it } from 'vitest';
import type { Finding } from '../../../src/engine/model.js';
import { joined } from '../../../src/engine/rules/joined.js';
import { text } from '../../../src/engine/text.js';

const said = (english: string) => ({ text: { ...text('evidence', ''), english } });
const finding = (more: Partial<Finding> = {}): Finding => ({
  ruleId: 'oauth-x',
  key: 'oauth-x a',
  severity: 'low',
  references: [],
  about: { site: 'https://shop.example', flowId: 'f1' },
  title: text('a', ''),
  why: text('a', ''),
  fix: text('a', ''),
  breaks: text('a', ''),
  evidence: [said('one')],
  ...more,
});
const site = 'https://shop.example';

it('makes one finding of what a client does in every login, as bad as the worst of them', () => {
  const [one, ...more] = joined([
    finding(),
    finding({ about: { site, flowId: 'f2' } }),
    finding({ about: { site, flowId: 'f3' }, severity: 'high', evidence: [said('two')] }),
  ]);
  expect(more).toEqual([]);
  expect(one).toMatchObject({ severity: 'high', about: { flowId: 'f1' } });
  expect(one?.evidence.map(({ text: { english } }) => english)).toEqual(['one', 'two']);
});

it('lists no endless evidence', () => {
  const many = Array.from({ length: 40 }, (_, n) => finding({ evidence: [said(`${n}`)] }));
  expect(joined(many)[0]?.evidence).toHaveLength(5);
});

it('leaves what is about anything else, or has another key', () => {
  const all = [
    finding(),
    finding({ key: 'oauth-x b' }),
    finding({ about: { site, credentialId: 'c1' } }),
    finding({ about: { site, credentialId: 'c2' } }),
  ];
  expect(joined(all)).toEqual(all);
});
