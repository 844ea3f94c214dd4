import { describe, expect, it } from 'vitest';
import { rewriteUnbroken } from '../../../src/engine/redaction/quoted-printable.js';
import { json, redacted } from '../../support/redacted-text.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('quoted-printable');
const other = (text: string) => text.replace('secret', 'hidden');

describe('a text of mail', () => {
  it.each([
    ['whose lines are whole', 'token=secret;\r\nmore', 'token=hidden;\r\nmore'],
    ['with a secret over two lines', 'a=3Dsec=\r\nret=20\r\nb', 'a=3Dhidden=20\r\nb'],
    ['with line feeds alone', 'a=3Dsec=\nret', 'a=3Dhidden'],
    ['in another language', 'gr=C3=BC=C3=9Fe sec=\r\nret', 'gr=C3=BC=C3=9Fe hidden'],
    ['that has none', 'Dear=20Ada,=\r\n you won', 'Dear=20Ada,=\r\n you won'],
  ])('%s is rewritten as it reads', (_what, source, expected) => {
    expect(rewriteUnbroken(source, other)).toBe(expected);
  });

  it('has no line that is too long, and no escape that is broken', () => {
    const source = `sec=\r\nret${'ä=3D'.repeat(99)}`;
    const lines = rewriteUnbroken(source, other).split('=\r\n');
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/=[0-9A-F]?$/);
    }
  });

  it('leaves no link that is broken in an inbox', () => {
    const token = random.base62(43);
    const text = `Hi,=20\r\nhttps://a.test/in?token=3D${token.slice(0, 20)}=\r\n${token.slice(20)}.`;
    for (const told of [
      { mime: json, answered: JSON.stringify({ Body: text }) },
      { answered: text },
    ]) {
      const written = redacted(told);
      expect(written).not.toContain(token.slice(0, 20));
      expect(written).not.toContain(token.slice(20));
      expect(written).toContain('Hi,=20');
    }
  });
});
