import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../../src/engine/text.js';
import { Course } from '../../../src/engine/proof/course.js';
import { type Proof, PROOF_LIMITS } from '../../../src/engine/proof/proof.js';
import type { Subject } from '../../../src/engine/proof/proposal.js';
import { unfollowedAt } from '../../../src/engine/proof/unfollowed.js';
import {
  type Asked,
  cookieSubject,
  FakeBrowser,
  proposal,
  prove,
  type Server,
  verdictsOf,
} from '../../support/proof.js';

const WELL = { status: 200, contentType: 'application/json', text: '{"user":{"name":"alice"}}' };
const REFUSED = { status: 401, contentType: 'application/json', text: '{"error":"who are you?"}' };

/** A server that knows its user where these cookies are there. */
function server(isKnown: (has: (name: string) => boolean) => boolean): Server {
  return ({ cookies }: Asked) => (isKnown((name) => cookies.has(name)) ? WELL : REFUSED);
}

function browserWith(...names: string[]): FakeBrowser {
  return new FakeBrowser(Object.fromEntries(names.map((name) => [name, `value of ${name}`])));
}

describe('what a proof came to', () => {
  it.each([
    ['a session', {}, 'proof_sentence_alone'],
    ['a key, which may be of the program', { isKey: true } as const, 'proof_sentence_key'],
  ])('is said of %s', (_, more, key) => {
    const subjects = [{ ...cookieSubject('sid'), ...more }, cookieSubject('theme')];
    const proof = prove(
      proposal(subjects),
      browserWith('sid', 'theme'),
      server((has) => has('sid')),
    );
    expect(proof.sentence.key).toBe(key);
  });
});

describe('of a visit without a login that was seen', () => {
  const page = (text: string) => ({ status: 200, contentType: 'text/html', text });
  it.each<[string, Server, string]>([
    [
      'it is not said to be one, where everybody is answered well',
      ({ cookies }) =>
        page(cookies.has('sid') ? '<p>Your cart: 2</p>' : '<p>Your cart is empty</p>'),
      'proof_sentence_guest',
    ],
    ['it is, where nobody is refused', server((has) => has('sid')), 'proof_sentence_alone'],
  ])('%s', (_, answers, key) => {
    const wanted = proposal([cookieSubject('sid', 'likely')], { noLoginSeen: true });
    expect(prove(wanted, browserWith('sid'), answers).sentence.key).toBe(key);
  });
});

describe('which of these log in', () => {
  it.each<[string, Server, Record<string, string>]>([
    [
      'one',
      server((has) => has('sid')),
      { sid: 'needed', theme: 'not-needed', lang: 'not-needed' },
    ],
    [
      'two together',
      server((has) => has('sid') && has('theme')),
      { sid: 'needed-together', theme: 'needed-together', lang: 'not-needed' },
    ],
    [
      'either of two',
      server((has) => has('sid') || has('lang')),
      { sid: 'either', lang: 'either', theme: 'not-needed' },
    ],
    [
      'one with either of two',
      server((has) => has('sid') && (has('lang') || has('theme'))),
      { sid: 'needed', lang: 'either', theme: 'either' },
    ],
    [
      'two together, of a server that fails without the one',
      ({ cookies }) => {
        if (!cookies.has('theme')) return { status: 500, text: 'no tenant' };
        return cookies.has('sid') ? WELL : REFUSED;
      },
      { sid: 'needed-together', theme: 'needed-together', lang: 'not-needed' },
    ],
    [
      'not the one that seemed so',
      server((has) => has('lang')),
      { sid: 'not-needed', lang: 'needed', theme: 'not-needed' },
    ],
  ])('%s', (_what, answers, verdicts) => {
    const subjects = [
      cookieSubject('sid', 'likely'),
      cookieSubject('theme'),
      cookieSubject('lang'),
    ];
    const proof = prove(proposal(subjects), browserWith('sid', 'theme', 'lang'), answers);
    expect(verdictsOf(proof)).toEqual(verdicts);
  });

  it('costs six requests where thirty cookies are there and the likely one is it', () => {
    const names = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const subjects = names.map((name, at) => cookieSubject(name, at === 0 ? 'likely' : 'others'));
    const proof = prove(
      proposal(subjects),
      browserWith(...names),
      server((has) => has('c0')),
    );
    expect(proof.sent).toBe(6);
    expect(Object.values(verdictsOf(proof)).filter((one) => one === 'needed')).toHaveLength(1);
  });

  it('costs the logarithm of their number where it is another one', () => {
    const names = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const subjects = names.map((name) => cookieSubject(name));
    const proof = prove(
      proposal(subjects),
      browserWith(...names),
      server((has) => has('c23')),
    );
    expect(verdictsOf(proof)['c23']).toBe('needed');
    expect(proof.sent).toBeLessThanOrEqual(18);
  });

  it('asks no more once the login has ended', () => {
    let ended = false;
    const names = Array.from({ length: 30 }, (_, at) => `c${at}`);
    const strict: Server = ({ cookies }) => {
      if (cookies.has('c0') && cookies.size < 30) ended = true;
      return cookies.size === 30 && !ended ? WELL : REFUSED;
    };
    const subjects = names.map((name, at) => cookieSubject(name, at === 0 ? 'likely' : 'others'));
    const proof = prove(proposal(subjects), browserWith(...names), strict);
    expect([proof.sentence.key, proof.sent]).toEqual(['proof_sentence_ended_part', 7]);
  });

  it('costs four requests where there is one credential alone', () => {
    const proof = prove(
      proposal([cookieSubject('sid', 'likely')]),
      browserWith('sid'),
      server((has) => has('sid')),
    );
    expect([proof.sent, verdictsOf(proof)]).toEqual([4, { sid: 'needed' }]);
  });

  it('finds exactly what any server goes by, or says that it would take too many requests', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const sets = fc.array(fc.subarray(names, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(sets, fc.subarray(names), (ways, likely) => {
        const smallest = ways.filter(
          (way) => !ways.some((other) => other !== way && isLess(other, way)),
        );
        const subjects = names.map((name) =>
          cookieSubject(name, likely.includes(name) ? 'likely' : 'others'),
        );
        const answers = server((has) => ways.some((way) => way.every(has)));
        const proof = prove(proposal(subjects), browserWith(...names), answers);
        expect(proof.sent).toBeLessThanOrEqual(PROOF_LIMITS.probes);
        for (const { credentialId, verdict } of proof.outcomes)
          expect(['cannot-tell', ...rightOnes(credentialId, smallest)]).toContain(verdict);
      }),
    );
  });
});

describe('a server that ends a login of which a part is missing', () => {
  /**
   * Knows the user by these together; ends the session where it is there and one of the rest is
   * not.
   */
  const strict = (session: string, ...rest: string[]): Server => {
    let ended = false;
    return ({ cookies }) => {
      const isWhole = rest.every((name) => cookies.has(name));
      if (cookies.has(session) && !isWhole) ended = true;
      return cookies.has(session) && isWhole && !ended ? WELL : REFUSED;
    };
  };
  const likely = (name: string) => cookieSubject(name, 'likely');

  it.each<[string, Subject[], Server, Record<string, string>, string]>([
    [
      'a likely one: the rest is known by then',
      [likely('sid'), likely('auth'), cookieSubject('theme')],
      strict('sid', 'auth'),
      {
        sid: 'needed-together proof_needed_together',
        auth: 'needed-together proof_needed_ends',
        theme: 'not-needed proof_not_needed',
      },
      'proof_sentence_ended_whole',
    ],
    [
      'one that nothing spoke for',
      [likely('sid'), cookieSubject('bound')],
      strict('sid', 'bound'),
      { sid: 'needed-together proof_needed_together', bound: 'needed-together proof_needed_ends' },
      'proof_sentence_ended_whole',
    ],
    [
      'one of several, which is there for the server alone',
      [likely('sid'), { ...cookieSubject('bound'), isServers: true }, cookieSubject('theme')],
      strict('sid', 'bound'),
      {
        sid: 'needed-together proof_needed_together',
        bound: 'needed-together proof_needed_ends',
        theme: 'cannot-tell proof_ended_before',
      },
      'proof_sentence_ended_part',
    ],
    [
      'one of several that nothing spoke for',
      [likely('sid'), cookieSubject('bound'), cookieSubject('theme')],
      strict('sid', 'bound'),
      {
        sid: 'needed proof_needed',
        bound: 'cannot-tell proof_ended_with_others',
        theme: 'cannot-tell proof_ended_with_others',
      },
      'proof_sentence_ended_part',
    ],
    [
      'the session itself, which seemed to be the lesser one',
      [likely('auth'), likely('sid'), cookieSubject('theme')],
      strict('sid', 'auth'),
      {
        auth: 'needed proof_needed_ends',
        sid: 'cannot-tell proof_ended_before',
        theme: 'cannot-tell proof_ended_before',
      },
      'proof_sentence_ended_part',
    ],
    [
      'which of two likely ones, and which of four others',
      [likely('sid'), likely('auth'), likely('key'), ...['a', 'b'].map((n) => cookieSubject(n))],
      strict('sid', 'auth', 'key'),
      {
        sid: 'needed-together proof_needed_together',
        auth: 'needed-together proof_needed_ends',
        key: 'cannot-tell proof_ended_before',
        a: 'cannot-tell proof_ended_before',
        b: 'cannot-tell proof_ended_before',
      },
      'proof_sentence_ended_part',
    ],
  ])('%s', (_what, subjects, answers, wanted, key) => {
    const proof = prove(proposal(subjects), browserWith(...subjects.map((o) => o.name)), answers);
    const told = proof.outcomes.map(({ credentialId, verdict, why }) => [
      credentialId,
      `${verdict} ${why.key}`,
    ]);
    expect(Object.fromEntries(told)).toEqual(wanted);
    expect(proof.sentence.key).toBe(key);
    expect(proof.probes.at(-1)?.step).toBe('again');
  });

  it('is shown no session without its parts before all is known that needs none', () => {
    const subjects = [likely('sid'), likely('auth'), cookieSubject('theme')];
    const browser = browserWith('sid', 'auth', 'theme');
    prove(proposal(subjects), browser, strict('sid', 'auth'));
    const withheld = browser.probes.map((probe) => probe.withheld.join(' '));
    expect(withheld.slice(3)).toEqual(['s-sid', '', 's-theme', 's-auth', '']);
  });

  it('is shown the login whole in what that part concerns, by the next proof', () => {
    const auth = { ...cookieSubject('auth', 'guard'), isNeeded: true } as const;
    const subjects = [likely('sid'), auth, likely('key'), cookieSubject('theme')];
    const names = subjects.map(({ name }) => name);
    const known = server((has) => has('sid') && has('auth') && has('key'));
    const browser = browserWith(...names);
    const proof = prove(proposal(subjects), browser, known);
    const without = browser.probes.filter(({ withheld }) => withheld.includes(auth.id));
    expect(without.map(({ step }) => step)).toEqual(['nothing']);
    expect(proof.outcomes.map(({ verdict, why }) => `${verdict} ${why.key}`)).toEqual([
      'needed-together proof_needed_together',
      'needed proof_needed_before',
      'needed-together proof_needed_together',
      'not-needed proof_not_needed',
    ]);
    expect(render(proof.sentence)).toBe('sid, auth, key log you in together.');
  });

  it.each([
    ['and logs in alone', false, 'not-needed', 'auth logs you in, alone.'],
    ['and logs in with either of two', true, 'either', 'auth with one of sid, key logs you in.'],
  ])('has that part left in, %s', (_what, needsMore, verdict, sentence) => {
    const auth = { ...cookieSubject('auth', 'guard'), isNeeded: true } as const;
    const subjects = [likely('sid'), auth, likely('key')];
    const known = server((has) => has('auth') && (!needsMore || has('sid') || has('key')));
    const proof = prove(proposal(subjects), browserWith('sid', 'auth', 'key'), known);
    expect(verdictsOf(proof)).toEqual({ sid: verdict, auth: 'needed', key: verdict });
    expect(render(proof.sentence)).toBe(sentence);
  });

  it('is told from one that only refuses', () => {
    const subjects = [likely('sid'), likely('auth')];
    const known = server((has) => has('sid') && has('auth'));
    const proof = prove(proposal(subjects), browserWith('sid', 'auth'), known);
    expect(verdictsOf(proof)).toEqual({ sid: 'needed-together', auth: 'needed-together' });
    expect(proof.outcomes.map(({ why }) => why.key)).not.toContain('proof_needed_ends');
  });

  it('finds nothing wrong, whatever ends it', () => {
    const names = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(names, { minLength: 1 }),
        fc.subarray(names),
        ([session, ...rest], seeming) => {
          const subjects = names
            .map((name) => cookieSubject(name, seeming.includes(name) ? 'likely' : 'others'))
            .sort((one, other) => Number(other.part === 'likely') - Number(one.part === 'likely'));
          const proof = prove(proposal(subjects), browserWith(...names), strict(session!, ...rest));
          for (const { credentialId, verdict } of proof.outcomes)
            expect(['cannot-tell', ...rightOnes(credentialId, [[session!, ...rest]])]).toContain(
              verdict,
            );
        },
      ),
    );
  });
});

describe('answers that change by themselves', () => {
  const WORDS = [
    'wheel',
    'shaft',
    'mill',
    'punch',
    'card',
    'loom',
    'brass',
    'engine',
    'note',
    'gear',
  ];
  const OWN = ['your orders', 'your letters', 'your account'];
  /** A page of which most is another one each time. */
  const page = (turn: number, own: readonly string[]) => {
    const lines = [...WORDS.map((word) => `${word} ${'abcdefgh'[turn % 8]}`), ...own];
    return {
      status: 200,
      contentType: 'text/html',
      text: lines.map((line) => `<p>${line}</p>`).join(''),
    };
  };
  const subjects = [cookieSubject('sid', 'likely'), cookieSubject('theme')];
  const proving = (own: readonly string[]) =>
    prove(proposal(subjects), browserWith('sid', 'theme'), ({ cookies, probe }) =>
      page(probe.number, cookies.has('sid') ? own : []),
    );

  it('are told apart by what stays the same in them', () => {
    const proof = proving(OWN);
    expect(verdictsOf(proof)).toEqual({ sid: 'needed', theme: 'not-needed' });
  });

  it('are not, by what may stay the same by chance', () => {
    const proof = proving(OWN.slice(0, 2));
    expect([proof.sentence.key, proof.sent]).toEqual(['proof_noise', 5]);
  });
});

describe('what is not needed for being known, but for what is shown', () => {
  const page = (...lines: string[]) => ({
    status: 200,
    contentType: 'text/html',
    text: `<a href="/logout">Leave</a>${lines.map((line) => `<p>${line}</p>`).join('')}`,
  });
  const obscure = (name: string) => ({ ...cookieSubject(name), isObscure: true }) as const;
  const subjects = [
    cookieSubject('sid', 'likely'),
    obscure('key'),
    obscure('id'),
    obscure('theme'),
  ];
  const browser = () => browserWith('sid', 'key', 'id', 'theme');
  const told = (proof: Proof) => proof.outcomes.map(({ why }) => why.key);

  it('is none of what is not needed, where the answer is another one without it', () => {
    const proof = prove(proposal(subjects), browser(), ({ cookies }) =>
      cookies.has('sid') ? page('welcome', cookies.has('key') ? 'the mill' : 'nothing') : REFUSED,
    );
    expect(verdictsOf(proof)).toEqual({
      sid: 'needed',
      key: 'cannot-tell',
      id: 'not-needed',
      theme: 'not-needed',
    });
    expect(told(proof)[1]).toBe('proof_partly');
  });

  describe('where it came with the session', () => {
    const given = ['key', 'iv'].map((name) => ({ ...obscure(name), isGiven: true }) as const);
    const all = [cookieSubject('sid', 'likely'), ...given, obscure('theme')];
    const proving = (answers: (has: (name: string) => boolean, turn: number) => object) =>
      prove(proposal(all), browserWith('sid', 'key', 'iv', 'theme'), ({ cookies, probe }) =>
        cookies.has('sid')
          ? { ...REFUSED, ...answers((name) => cookies.has(name), probe.number) }
          : REFUSED,
      );

    it('is needed for what is missing without it, each time', () => {
      const proof = proving((has) =>
        has('key') && has('iv') ? page('welcome', 'the mill') : page('welcome'),
      );
      expect(verdictsOf(proof)).toEqual({
        sid: 'needed',
        key: 'needed-together',
        iv: 'needed-together',
        theme: 'not-needed',
      });
      expect(told(proof)[1]).toBe('proof_needed_shown');
      expect(proof.outcomes[1]?.others.map((one) => one.credentialId)).toEqual(['sid']);
      expect(render(proof.sentence)).toBe('sid, key, iv log you in together.');
    });

    it.each<[string, (has: (name: string) => boolean, turn: number) => object]>([
      ['what stands in its place', (has) => page('hello', has('key') ? 'mill' : 'engine')],
      ['what is missing once alone', (has, turn) => page(...(has('key') || turn > 9 ? 'ab' : 'a'))],
      ['what is there without it alone', (has) => page('hello', ...(has('key') ? [] : ['choose']))],
    ])('is not, for %s', (_what, answers) => {
      const proof = proving(answers);
      expect(verdictsOf(proof)).toMatchObject({ sid: 'needed', key: 'cannot-tell' });
      expect(told(proof)[1]).toBe('proof_partly');
    });
  });

  it('is asked for once alone', () => {
    const bound = { ...obscure('key'), isServers: true } as const;
    const two = browserWith('sid', 'key');
    prove(proposal([subjects[0]!, bound]), two, ({ cookies }) =>
      cookies.has('sid') ? page(cookies.has('key') ? 'the mill' : 'nothing') : REFUSED,
    );
    const alone = two.probes.filter(({ withheld }) => withheld.join() === bound.id);
    expect(alone).toHaveLength(1);
  });

  it('is nothing where the login ended meanwhile', () => {
    const proof = prove(proposal(subjects), browser(), ({ cookies, probe }) =>
      cookies.has('sid') && probe.number < 9
        ? page('welcome', cookies.has('key') ? 'the mill' : 'nothing')
        : REFUSED,
    );
    expect([proof.sent, proof.sentence.key]).toEqual([11, 'proof_changed']);
  });

  it('is not looked for where the answer is the same, nor taken for what changes by itself', () => {
    const same = prove(
      proposal(subjects),
      browser(),
      server((has) => has('sid')),
    );
    expect([same.sent, told(same)]).toEqual([
      6,
      ['proof_needed', ...Array<string>(3).fill('proof_not_needed')],
    ]);
    const changing = prove(proposal(subjects), browser(), ({ cookies, probe }) =>
      cookies.has('sid') ? page('welcome', `to the ${'abcdefghijkl'[probe.number]}`) : REFUSED,
    );
    expect(verdictsOf(changing)).toEqual(verdictsOf(same));
  });
});

/** What may be said of a credential where these are the smallest sets that log in. */
function rightOnes(name: string, sets: readonly (readonly string[])[]): string[] {
  const having = sets.filter((set) => set.includes(name)).length;
  if (having === sets.length) return ['needed', 'needed-together'];
  return having > 0 ? ['either', 'not-needed'] : ['not-needed'];
}

function isLess(one: readonly string[], other: readonly string[]): boolean {
  return one.every((name) => other.includes(name)) && one.length < other.length;
}

describe('a proof that cannot tell', () => {
  const subjects = [cookieSubject('sid', 'likely'), cookieSubject('theme')];
  const known = server((has) => has('sid'));
  let count = 0;
  it.each<[string, Server, string]>([
    ['needs no login', () => WELL, 'proof_needs_no_login'],
    ['nobody is logged in any more', () => REFUSED, 'proof_not_logged_in'],
    ['is limited at once', () => ({ status: 429, retryAfter: '30', text: '' }), 'proof_limited'],
    [
      'is limited in the middle',
      (asked) => (asked.probe.number >= 4 ? { status: 429 } : known(asked)),
      'proof_limited',
    ],
    [
      'asks whether somebody is human',
      (asked) =>
        asked.probe.number >= 3
          ? { status: 403, contentType: 'text/html', text: '<div id="cf-chl-widget"></div>' }
          : known(asked),
      'proof_limited',
    ],
    [
      'fails',
      (asked) => (asked.probe.number >= 3 ? { status: 500 } : known(asked)),
      'proof_failed',
    ],
    [
      'answers by itself now so, now so',
      () => ((count += 1) % 2 === 0 ? WELL : { status: 302, location: '/elsewhere' }),
      'proof_noise',
    ],
    [
      'ends the login meanwhile',
      (asked) => (asked.probe.number >= 4 ? REFUSED : known(asked)),
      'proof_changed',
    ],
  ])('where the server %s', (_what, answers, key) => {
    count = 1;
    const proof = prove(proposal(subjects), browserWith('sid', 'theme'), answers);
    expect(proof.outcomes.map(({ verdict, why }) => [verdict, why.key])).toEqual([
      ['cannot-tell', key],
      ['cannot-tell', key],
    ]);
    expect(proof.sentence.key).toBe(key);
  });

  it('says of a password that the page itself sends that nobody has kept it', () => {
    const subject = {
      ...cookieSubject('basic', 'likely'),
      places: [{ carrier: 'header', name: 'authorization' }],
    } as const;
    const proof = prove(proposal([subject]), new FakeBrowser({}), () => REFUSED);
    expect(proof.sentence.key).toBe('proof_no_password');
  });

  it('says why there was no answer, or that it was stopped', () => {
    const course = new Course(proposal(subjects));
    course.fail('cors');
    expect(course.next()).toBeUndefined();
    expect(course.proof(1).sentence.key).toBe('proof_cors');
    const stopped = new Course(proposal(subjects));
    stopped.stop();
    expect(stopped.proof(1).outcomes[0]?.why.key).toBe('proof_stopped');
  });

  it('says of a cookie that the browser has no more that it was not sent', () => {
    const proof = prove(proposal(subjects), browserWith('sid'), known);
    expect(verdictsOf(proof)).toEqual({ sid: 'needed', theme: 'cannot-tell' });
    expect(proof.outcomes[1]?.why.key).toBe('proof_not_sent');
  });
});

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
    expect(verdictsOf(proof)).toEqual({ sid: 'needed', theme: 'not-needed', csrf: 'cannot-tell' });
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

  it('takes what changes with the time for no login, where two answers of one moment are the same', () => {
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
  });

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

describe('whether what was logged out with still logs in', () => {
  const subjects = [cookieSubject('sid', 'likely'), cookieSubject('theme')];
  const wanted = (more = {}) =>
    proposal(subjects, {
      question: 'survives-logout',
      headers: [{ name: 'cookie', value: 'sid=old; theme=dark' }],
      ...more,
    });
  const page = (user: string) => ({
    status: 200,
    contentType: 'text/html',
    text: `<h1>Welcome</h1>${user}`,
  });
  it.each<[string, Server, Record<string, string>, string]>([
    [
      'it does',
      ({ cookies }) => (cookies.get('sid') === 'old' ? WELL : REFUSED),
      { sid: 'survived' },
      'proof_sentence_survived',
    ],
    [
      'it does, of a server that fails where nothing says who asks',
      ({ cookies }) => (cookies.get('sid') === 'old' ? WELL : { status: 500, text: 'no token' }),
      { sid: 'survived' },
      'proof_sentence_survived',
    ],
    [
      'the server fails for everybody',
      () => ({ status: 500 }),
      { sid: 'cannot-tell', theme: 'cannot-tell' },
      'proof_failed',
    ],
    ['it does not', () => REFUSED, { sid: 'ended' }, 'proof_sentence_ended'],
    [
      'it does not, of a server that says so to whoever sends something',
      ({ cookies }) => ({
        status: 200,
        contentType: 'application/json',
        text: cookies.has('sid') ? '{"do":"out","why":"session expired"}' : '{"do":"out"}',
      }),
      { sid: 'ended' },
      'proof_sentence_ended',
    ],
    [
      'it does not, of a server that asks for the password of a session that is not there',
      ({ cookies }) =>
        cookies.has('sid')
          ? { status: 200, contentType: 'text/html', text: '<input type="password">' }
          : { status: 302, location: '/start' },
      { sid: 'ended' },
      'proof_sentence_ended',
    ],
    [
      'a server tells an old value from one that never was',
      ({ cookies }) => ({
        status: 200,
        contentType: 'text/html',
        text: `<p>${cookies.get('sid') === 'old' ? 'Until soon' : cookies.has('sid') ? 'What?' : 'Hello'}</p>`,
      }),
      { sid: 'cannot-tell', theme: 'cannot-tell' },
      'proof_unclear',
    ],
    [
      'it does, of a page that tells its own script who asks',
      ({ cookies }) => ({
        status: 200,
        contentType: 'text/html',
        text: `<meta name="user-token" content="${cookies.get('sid') === 'old' ? 'SFMyNTY' : ''}">`,
      }),
      { sid: 'survived' },
      'proof_sentence_survived',
    ],
    [
      'it is sent to log in',
      () => ({ status: 302, location: '/login?next=%2Faccount' }),
      { sid: 'ended' },
      'proof_sentence_ended',
    ],
    [
      'a page that everybody may see shows it',
      ({ cookies }) =>
        page(
          cookies.get('sid') === 'old'
            ? '<a href="/logout">Leave</a>'
            : '<a href="/login">Come in</a>',
        ),
      { sid: 'survived' },
      'proof_sentence_survived',
    ],
    [
      'a page that everybody may see is the same',
      () => page(''),
      { sid: 'cannot-tell', theme: 'cannot-tell' },
      'proof_needs_no_login',
    ],
    [
      'every page has the form of a login',
      () => page('<form><input type="password"></form>'),
      { sid: 'cannot-tell', theme: 'cannot-tell' },
      'proof_needs_no_login',
    ],
    [
      'the server limits',
      () => ({ status: 429 }),
      { sid: 'cannot-tell', theme: 'cannot-tell' },
      'proof_limited',
    ],
  ])('%s', (_what, answers, verdicts, key) => {
    const browser = new FakeBrowser({ theme: 'light' });
    const proof = prove(wanted(), browser, answers);
    expect([verdictsOf(proof), proof.sentence.key]).toEqual([verdicts, key]);
    expect(Object.fromEntries(browser.jar)).toEqual({ theme: 'light' });
  });

  it('takes the same answer as to nobody for an end where the page is known to need a login', () => {
    const proof = prove(wanted({ needsLogin: true }), new FakeBrowser({}), () => page(''));
    expect(verdictsOf(proof)).toEqual({ sid: 'ended' });
  });

  it('says nothing of the logout where a token has run out', () => {
    const expired = [{ ...subjects[0]!, expiresAt: 500 }];
    const proof = prove(wanted({ subjects: expired }), new FakeBrowser({}), () => REFUSED);
    expect(proof.outcomes[0]?.why.key).toBe('proof_expired');
  });
});

it('keeps nothing of an answer but its print', () => {
  const secret = 'Alice Example, born 1980';
  const proof = prove(
    proposal([cookieSubject('sid', 'likely')]),
    browserWith('sid'),
    ({ cookies }) => (cookies.has('sid') ? { ...WELL, text: `{"user":"${secret}"}` } : REFUSED),
  );
  expect(JSON.stringify(proof)).not.toContain(secret);
});
