import { describe, expect, it } from 'vitest';
import { render } from '../../../src/engine/render.js';
import { unfollowedAt } from '../../../src/engine/proof/unfollowed.js';
import {
  cookieSubject,
  FakeBrowser,
  proposal,
  prove,
  type Server,
  verdictsOf,
} from '../../support/proof.js';
import { WELL, REFUSED, browserWith, server } from '../../support/proof-server.js';

describe('what is sent', () => {
  it('leaves a guard against forgery in, since a server may end a session where it is missing', () => {
    let ended = false;
    const strict: Server = ({ cookies }) => {
      if (cookies.has('sid') && !cookies.has('csrf')) ended = true;
      return cookies.has('sid') && !ended ? WELL : REFUSED;
    };
    const subjects = [
      cookieSubject('sid', 'likely'),
      cookieSubject('theme'),
      cookieSubject('csrf', 'guard'),
    ];
    const proof = prove(proposal(subjects), browserWith('sid', 'csrf', 'theme'), strict);
    expect(ended).toBe(false);
    expect(verdictsOf(proof)).toEqual({
      sid: 'needed',
      theme: 'not-needed',
      csrf: 'cannot-tell',
    });
  });

  it('keeps the login of a server that gives a new id with every answer', () => {
    let valid = '0';
    const rotating: Server = ({ cookies }) => {
      if (cookies.get('sid') !== valid)
        return { ...REFUSED, setsCookies: [{ name: 'sid', value: 'nobody' }] };
      valid = String(Number(valid) + 1);
      return { ...WELL, setsCookies: [{ name: 'sid', value: valid }] };
    };
    const browser = new FakeBrowser({ sid: '0', theme: 'dark' });
    const subjects = [cookieSubject('sid', 'likely'), cookieSubject('theme')];
    const proof = prove(proposal(subjects), browser, rotating);
    expect(verdictsOf(proof)).toEqual({ sid: 'needed', theme: 'not-needed' });
    expect(browser.jar.get('sid')).toBe(valid);
  });

  it('takes nothing into the jar of a refusal, or of what the server counts', () => {
    const counting: Server = (asked) => ({
      ...server((has) => has('sid'))(asked),
      setsCookies: [
        { name: 'visits', value: String(asked.probe.number) },
        { name: 'sid', value: asked.cookies.get('sid') ?? 'a new one' },
      ],
    });
    const browser = new FakeBrowser({ sid: '0', visits: '9' });
    prove(proposal([cookieSubject('sid', 'likely'), cookieSubject('visits')]), browser, counting);
    expect(Object.fromEntries(browser.jar)).toEqual({ sid: '0', visits: '9' });
  });

  it.each([
    ['leaves the login as it is', false],
    ['ends it', true],
  ])('takes no new session of a page that everybody may see, where the server %s', (_, isOver) => {
    let ended = false;
    const page = (text: string) => ({ status: 200, contentType: 'text/html', text });
    const answers: Server = ({ cookies }) => {
      const isWhole = cookies.has('sid') && cookies.has('auth');
      if (isOver && cookies.has('sid') && !isWhole) ended = true;
      return isWhole && !ended
        ? page('<a href="/logout">Leave</a>')
        : {
            ...page('<a href="/login">Come in</a>'),
            setsCookies: [{ name: 'sid', value: 'nobody' }],
          };
    };
    const browser = new FakeBrowser({ sid: '0', auth: '1' });
    const subjects = ['sid', 'auth'].map((name) => cookieSubject(name, 'likely'));
    const proof = prove(proposal(subjects), browser, answers);
    expect(verdictsOf(proof)).toEqual({ sid: 'needed-together', auth: 'needed-together' });
    expect(browser.jar.get('sid')).toBe('0');
  });

  it('withholds a cookie that nobody follows, which the browser sends as well', () => {
    const proof = prove(
      proposal([cookieSubject('sid', 'likely')]),
      browserWith('sid', 'secret'),
      server((has) => has('secret')),
    );
    expect(verdictsOf(proof)).toEqual({ sid: 'not-needed' });
    expect(render(proof.sentence)).toBe('secret logs you in, alone.');
    expect(proof.unfollowed).toEqual([{ carrier: 'cookie', name: 'secret', verdict: 'needed' }]);
  });

  it(
    'takes what changes with the time for no login, where two answers of one moment ' +
      'are the same',
    () => {
      let asked = 0;
      const clock: Server = () => ({
        status: 200,
        contentType: 'text/html',
        text: `<h1>News</h1><script>start("${asked++ < 2 ? 'Kx2vQ9pLm' : 'b7Rt3Zw1Y'}")</script>`,
      });
      const subjects = ['a', 'b', 'c'].map((name) => cookieSubject(name, 'likely'));
      const browser = browserWith('a', 'b', 'c');
      const proof = prove(proposal(subjects), browser, clock);
      expect(proof.sentence.key).toBe('proof_needs_no_login');
      expect(browser.probes.map(({ step }) => step)).toEqual([
        'unchanged',
        'unchanged',
        'nothing',
        'unchanged',
      ]);
    },
  );

  it('takes what is new in each answer for no login', () => {
    const words = ['ash', 'beech', 'cedar', 'elm', 'fir', 'hazel'];
    const press = (): ReturnType<Server> => ({
      status: 200,
      contentType: 'text/html',
      text: `<h1>News</h1><script>start("${words.shift()}")</script><p>Of today</p><p>Of old</p>`,
    });
    const proof = prove(proposal([cookieSubject('a', 'likely')]), browserWith('a'), press);
    expect([proof.sentence.key, proof.sent]).toEqual(['proof_needs_no_login', 3]);
  });

  it('names headers that nobody follows, where the server asks for them as well', () => {
    const header = (name: string) => unfollowedAt({ carrier: 'header', name });
    const token = {
      ...cookieSubject('access-token', 'likely'),
      places: [{ carrier: 'header', name: 'access-token' }],
    } as const;
    const headers = ['access-token', 'client', 'uid', 'expiry'].map((name) => ({
      name,
      value: '1',
    }));
    const proof = prove(
      proposal([token, ...['client', 'uid', 'expiry'].map(header)], { headers }),
      browserWith(),
      ({ header: sent }) => (['access-token', 'client', 'uid'].every(sent) ? WELL : REFUSED),
    );
    expect(verdictsOf(proof)).toEqual({ 'access-token': 'needed-together' });
    expect(render(proof.sentence)).toBe('access-token, client, uid log you in together.');
    expect(proof.unfollowed).toEqual([
      { carrier: 'header', name: 'client', verdict: 'needed-together' },
      { carrier: 'header', name: 'uid', verdict: 'needed-together' },
    ]);
  });

  it('withholds a header, a parameter and a path parameter', () => {
    const subjects = [
      {
        ...cookieSubject('token', 'likely'),
        places: [
          { carrier: 'header', name: 'authorization' },
          { carrier: 'url', name: 'access_token' },
          { carrier: 'url', name: 'jsessionid' },
        ],
      },
    ] as const;
    const url = 'https://api.test/me;jsessionid=1?a=1&access_token=2';
    const wanted = proposal(subjects, {
      request: { id: 'e1', method: 'GET', url },
      headers: [{ name: 'authorization', value: 'Bearer 1' }],
    });
    const browser = new FakeBrowser({});
    const proof = prove(wanted, browser, ({ header }) =>
      header('authorization') ? WELL : REFUSED,
    );
    expect(verdictsOf(proof)).toEqual({ token: 'needed' });
    const nothing = browser.probes.find(({ step }) => step === 'nothing');
    expect(nothing?.url).toBe('https://api.test/me?a=1');
    expect(nothing?.headers).toContainEqual({ name: 'authorization' });
  });

  it('lets the browser add nothing where HTTP authentication, which it adds, is withheld', () => {
    const subject = {
      ...cookieSubject('basic', 'likely'),
      places: [{ carrier: 'header', name: 'authorization' }],
    } as const;
    const browser = new FakeBrowser({});
    const proof = prove(proposal([subject]), browser, ({ probe }) =>
      probe.credentials === 'include' ? WELL : REFUSED,
    );
    expect(verdictsOf(proof)).toEqual({ basic: 'needed' });
  });
});
