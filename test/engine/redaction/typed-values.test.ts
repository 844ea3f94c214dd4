import { describe, expect, it } from 'vitest';
import { redactHar } from '../../../src/engine/redaction/redact-har.js';
import { Seeded } from '../../support/seeded.js';
import { har, redacted, type Sent } from '../../support/sent-har.js';

const random = new Seeded('typed values');
const KEY = random.base62(40);
const ID = '509867438.20995';
const USES: Sent[] = [1, 2, 3].map(() => ({ headers: { 'X-Visitor': KEY } }));

describe('what was sent for a key', () => {
  it('goes where it stands in a row without names', () => {
    const text = redacted(
      har(
        {
          body: '{"id":1,"method":"open","params":["wart","geheim"]}',
          told: `{"result":"${KEY}"}`,
        },
        ...USES,
      ),
    );
    expect(text).toContain('"method":"open","params":["Password');
    expect(text).not.toMatch(/geheim|wart/);
  });

  it('goes under names that nobody knows, and from what was refused before as well', () => {
    const text = redacted(
      har(
        { body: '{"wer":"lotse","ziffern":"111111"}', told: '{"fehler":"falsch"}' },
        { body: '{"wer":"lotse","ziffern":"482913"}', told: `{"kurz":"${KEY}"}` },
        ...USES,
      ),
    );
    expect(text).not.toMatch(/lotse|111111|482913/);
  });

  it('goes from messages of a socket', () => {
    const text = redacted(
      har(
        {
          path: '/leitung',
          messages: [
            ['send', '{"a":"tritt ein","n":"lotse","w":"geheim"}'],
            ['receive', `{"a":"drin","marke":"${KEY}"}`],
          ],
        },
        { path: '/leitung', messages: [['send', `{"a":"weiter","marke":"${KEY}"}`]] },
        { path: '/leitung', messages: [['send', `{"a":"weiter","marke":"${KEY}"}`]] },
      ),
    );
    expect(text).not.toMatch(/geheim|lotse/);
    expect(text).not.toContain(KEY);
  });

  it('goes from bytes, where what is sent stays as long as it was', () => {
    const body = Buffer.from('\0\0\0\0\x10\n\x05lotse\x12\x07geheim9').toString('base64');
    const told = Buffer.from(`\0\0\0\0*\n(${KEY}`).toString('base64');
    const { har: other } = redactHar(
      har(
        { mime: 'application/grpc-web-text', body, toldMime: 'application/grpc-web-text', told },
        ...USES,
      ),
    );
    const [first] = (other as { log: { entries: { request: { postData: { text: string } } }[] } })
      .log.entries;
    const plain = Buffer.from(first!.request.postData.text, 'base64').toString('latin1');
    expect(plain).toHaveLength(21);
    expect(plain).not.toMatch(/lotse|geheim9/);
  });

  it('is nothing where no later request carries what was answered', () => {
    const text = redacted(har({ body: '{"farbe":"blau"}', told: `{"nummer":"${KEY}"}` }, {}, {}));
    expect(text).toContain('blau');
  });

  it('leaves a key that goes along what it was', () => {
    const verifier = random.base62(43);
    const text = redacted(
      har(
        { body: `{"wer":"lotse","code_verifier":"${verifier}"}`, told: `{"kurz":"${KEY}"}` },
        ...USES,
      ),
    );
    expect(text).not.toContain(verifier);
    expect(text).toMatch(/"wer":"Password1","code_verifier":"[\w]{43}"/);
  });

  it('leaves an id that an answer gave what it was', () => {
    const id = '4d003dd6-0357-4ac6-8f19-743194426466';
    const text = redacted(
      har(
        { body: '{"von":"hier"}', told: `{"vorgang":"${id}"}` },
        { body: `{"vorgang":"${id}","ziffern":"482913"}`, told: `{"kurz":"${KEY}"}` },
        ...USES,
      ),
    );
    expect(text).not.toContain(id);
    expect(text).toMatch(/"vorgang":"[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });
});

describe('what was sent beside a password', () => {
  const page = '<form><input name=card><input type=hidden name=akt value=konto></form>';
  const links = `<a href="/opac?akt=liste&lfd=${ID}">x</a><a href="/opac?akt=ende&lfd=${ID}">y</a>`;
  const mime = 'application/x-www-form-urlencoded';
  const text = () =>
    redacted(
      har(
        { path: '/opac', told: page, toldMime: 'text/html' },
        { path: '/opac', mime, body: 'akt=konto&card=0012345&pwd=x1y2z3', told: links },
        { path: '/opac', mime, body: `akt=liste&lfd=${ID}`, told: links },
        { path: `/opac?akt=ende&lfd=${ID}` },
      ),
    );

  it('goes where it was typed, and stays where the page filled it in', () => {
    expect(text()).not.toMatch(/0012345|x1y2z3/);
    expect(text()).toContain('akt=konto');
  });

  it('was answered with a number that requests carry from then on', () => {
    expect(text()).not.toContain(ID);
    expect(text()).toMatch(/akt=ende&lfd=\d{9}\.\d{5}/);
  });
});

describe('who somebody is', () => {
  it('goes from what is told of the subject', () => {
    const text = redacted(
      har({ told: '{"sub":"ada-4711","name":"Ada Lovelace","email":"ada@shop.test","n":"Ada"}' }),
    );
    expect(text).not.toMatch(/ada-4711|Lovelace|ada@shop/);
  });

  it.each([
    '{"login":"lovelace","name":"Ada Augusta King"}',
    '[{"user":{"email":"x@shop.test","profile":1,"name":"Ada Augusta King"}}]',
  ])('goes from %s', (told) => {
    expect(redacted(har({ told }))).not.toContain('Augusta');
  });

  it('is no name of a thing', () => {
    expect(redacted(har({ told: '{"id":7,"name":"Blue Shirt"}' }))).toContain('Blue Shirt');
  });

  it('goes with a number of a telephone, wherever it stands', () => {
    const text = redacted(
      har({ path: '/sms?to=%2B4915112345678', body: '{"nummer":"+4915112345678"}', told: '+0200' }),
    );
    expect(text).not.toContain('4915112345678');
    expect(text).toContain('+0200');
  });

  it('is not the host of a request', () => {
    const authority = 'login.shop.test';
    expect(redacted(har({ headers: { ':authority': authority } }))).toContain(authority);
    const withUser = redacted(har({ headers: { ':authority': `ada:geheim1@${authority}` } }));
    expect(withUser).not.toMatch(/geheim1/);
    expect(withUser).toContain(`@${authority}`);
  });
});
