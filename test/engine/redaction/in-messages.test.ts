import { describe, expect, it } from 'vitest';
import { jwtOf } from '../../support/jose.js';
import { redacted, type Told } from '../../support/redacted-text.js';
import { writings } from '../../support/redaction.js';
import { filled, HERE } from '../../support/secret-here.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('in messages');

describe('redaction of what is no form of its own', () => {
  it.each<[where: string, told: Told]>([
    ['STOMP', { message: `CONNECT\nlogin:ada\npasscode:${HERE}\n\n\0` }],
    [
      'STOMP in SockJS',
      { message: JSON.stringify([`CONNECT\nlogin:ada\npasscode:${HERE}\n\n\0`]) },
    ],
    ['IRC', { message: `PASS ${HERE}` }],
    ['IRC of a service', { message: `PASS oauth:${HERE}` }],
    ['Redis with a name', { message: `AUTH ada ${HERE}` }],
    ['IRC with another line behind it', { message: `PASS ${HERE}\r\nNICK bob\r\n` }],
  ])('leaves no secret in %s', (_, told) => {
    const secret = random.base62(32);
    expect(JSON.stringify(told)).toContain(HERE);
    const text = redacted(filled(told, secret));
    for (const writing of writings(secret)) expect(text).not.toContain(writing);
  });

  it('leaves no token in a message of bytes', () => {
    const token = jwtOf({ sub: 'ada' });
    const key = random.base62(48);
    const bytes = `\0\0\0\0\xff\x0a\x82${token}\x12${String.fromCharCode(48)}${key}\x18\x01`;
    const data = Buffer.from(bytes, 'latin1').toString('base64');
    const of = (text: string) =>
      [...text.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)].map(([run]) =>
        Buffer.from(run, 'base64').toString('latin1'),
      );
    for (const told of [
      { mime: 'application/grpc-web-text', posted: data },
      { more: { _webSocketMessages: [{ type: 'send', time: 1, opcode: 2, data }] } },
    ]) {
      const runs = of(redacted(told));
      expect(runs.some((run) => run.includes('\x18\x01'))).toBe(true);
      for (const run of runs) {
        expect(run).not.toContain(token.split('.')[2]);
        expect(run).not.toContain(key);
      }
    }
  });
});
