import { describe, expect, it } from 'vitest';
import { redactHar } from '../../../src/engine/redaction/redact-har.js';
import { har, SID, TOKEN, type Parts, KNOWN } from '../../support/redacted-har.js';
import { Seeded } from '../../support/seeded.js';

describe('a stand-in', () => {
  const text = (value: unknown) => JSON.stringify(value);
  const cookieOf = (value: unknown, name: string) =>
    new RegExp(`${name}=([^;"\\\\]*)`).exec(text(value))?.[1] ?? '';

  it('is the same for the same value, in every place', () => {
    const { har: redacted } = redactHar(
      har(
        { received: [['Set-Cookie', `sid=${SID}`]] },
        { sent: [['Cookie', `a=1; sid=${SID}`]] },
        {
          url: `https://shop.test/?sid=${SID}`,
        },
      ),
    );
    const stand = cookieOf(redacted, 'sid');
    expect(stand).toMatch(/^[0-9a-f]{32}$/);
    expect(text(redacted).split(stand)).toHaveLength(4);
  });

  it('keeps a JWT what it is: header, claims, times; not who it is, nor the signature', () => {
    const { har: redacted } = redactHar(har({ sent: [['Authorization', `Bearer ${TOKEN}`]] }));
    const [header, claims, signature] = (/Bearer ([^"]+)/.exec(text(redacted))?.[1] ?? '').split(
      '.',
    );
    const read = (part = '') =>
      JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    expect(read(header)).toEqual({ alg: 'HS256', typ: 'JWT' });
    expect(read(claims)).toMatchObject({
      roles: ['admin'],
      iss: 'https://id.shop.test',
      iat: 1_767_258_000,
      exp: 1_767_261_600,
    });
    expect(Object.keys(read(claims))).toEqual([
      'sub',
      'email',
      'name',
      'roles',
      'iss',
      'iat',
      'exp',
      'sid',
    ]);
    expect(read(claims).email).toMatch(/^user1x*@example\.com$/);
    expect(signature).toHaveLength(43);
  });

  it('does not depend on what it stands for, but on its shape and its order', () => {
    const of = (seed: string) => {
      const one = new Seeded(seed);
      const values = [one.bytes(16).toString('hex'), one.bytes(20).toString('hex')];
      return text(
        redactHar(har(...values.map((v, at): Parts => ({ sent: [['Cookie', `sid${at}=${v}`]] }))))
          .har,
      );
    };
    expect(of('a')).toBe(of('b'));
  });

  it('is the same each time', () => {
    const file = har(...KNOWN);
    expect(text(redactHar(file))).toBe(text(redactHar(structuredClone(file))));
  });
});
