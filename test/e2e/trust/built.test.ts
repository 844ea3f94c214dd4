import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useExtension } from '../../support/extension.js';
import { type LocalServer, startServer } from '../../support/local-server.js';

const BUILT = 'dist/chrome';
const files = readdirSync(BUILT, { recursive: true, encoding: 'utf8' });
const textsOf = (ending: string) =>
  files
    .filter((file) => file.endsWith(ending))
    .map((file) => [file, readFileSync(join(BUILT, file), 'utf8')] as const);

/** Ways to run what did not come with the extension, or to reach a network. */
const FORBIDDEN: Readonly<Record<string, RegExp>> = {
  'a text as code': /\beval\(|\bFunction\(|set(?:Timeout|Interval)\(["'`]|\bjavascript:/,
  'code of elsewhere': /\bimport\((?!["'`]\.{0,2}\/)|importScripts\(["'`]\w+:|\bWebAssembly\b/,
  'the network': /(?:[;,{}()=&|?:!]|\b(?:await|return) )(?:(?:window|self|globalThis)\.)?fetch\(/,
  'the network in older ways':
    /\b(?:XMLHttpRequest|EventSource|sendBeacon|RTCPeerConnection|WebTransport)\b|new WebSocket\b/,
  'markup as a text': /\bdocument\.write|\binsertAdjacentHTML\b|\.outerHTML\s*=[^=]/,
};

/**
 * What a page is brought, on a click, to repeat a request of its own (`src/capture/fetch.iife.ts`).
 */
const IN_PAGES: Readonly<Record<string, string[]>> = { 'fetch.js': ['the network'] };

describe('the built extension', () => {
  it.each(textsOf('.js'))('uses in %s neither foreign code nor any network', (file, code) => {
    const used = Object.keys(FORBIDDEN).filter((what) => FORBIDDEN[what]!.test(code));
    expect(used).toEqual(IN_PAGES[file] ?? []);
  });

  it('sees these where they are, so that the above means something', () => {
    const examples = [
      'x=eval(a)',
      'import(a)',
      ';fetch(a)',
      'new WebSocket(a)',
      'document.write(a)',
    ];
    expect(examples.map((code) => Object.values(FORBIDDEN).some((one) => one.test(code)))).toEqual(
      examples.map(() => true),
    );
  });

  it.each(textsOf('.html'))('loads in %s nothing but its own files', (_, page) => {
    const loaded = [...page.matchAll(/\b(?:src|href|action)="([^"]*)"/g)].map(([, to]) => to!);
    expect(loaded.filter((to) => /^(?:\w+:|\/\/)/.test(to))).toEqual([]);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+="/);
  });
});

describe('every part of the running extension', () => {
  let server: LocalServer;
  const extension = useExtension();
  beforeAll(async () => {
    server = await startServer((_, response) => {
      response.setHeader('access-control-allow-origin', '*');
      response.end('1');
    });
  });
  afterAll(() => server.close());

  const outcomeOf = async (session: CDPSession, expression: string): Promise<unknown> => {
    const { result } = await session.send('Runtime.evaluate', {
      expression: `(async () => ${expression})().then((done) => 'done: ' + done, ({ name }) => name)`,
      awaitPromise: true,
      returnByValue: true,
      allowUnsafeEvalBlockedByCSP: false,
    });
    return result.value;
  };
  const sessionOf = async (part: string): Promise<CDPSession> => {
    if (part === 'the background') return (await extension().worker()).client;
    const page = await extension().browser.newPage();
    await page.goto(extension().url(part));
    return page.createCDPSession();
  };
  const PAGES = files.filter((file) => file.endsWith('.html'));

  it('is looked at', () => expect(PAGES.length).toBeGreaterThanOrEqual(5));

  it.each(['the background', ...PAGES])(
    'is forbidden foreign code and the network: %s',
    async (part) => {
      const session = await sessionOf(part);
      expect(await outcomeOf(session, `eval('1')`)).toBe('EvalError');
      expect(await outcomeOf(session, `new Function('return 1')()`)).toBe('EvalError');
      expect(await outcomeOf(session, `fetch('${server.origin}/fetched')`)).toBe('TypeError');
      expect(server.requests).toEqual([]);
    },
  );

  it.each(PAGES)('loads nothing of elsewhere: %s', async (part) => {
    const session = await sessionOf(part);
    const loaded = (tag: string) => `new Promise((resolve, reject) => {
      const element = document.createElement('${tag}');
      element.onload = () => resolve('${tag}');
      element.onerror = () => reject({ name: 'refused' });
      element.src = '${server.origin}/${tag}';
      document.body.append(element);
    })`;
    expect(await outcomeOf(session, loaded('script'))).toBe('refused');
    expect(await outcomeOf(session, loaded('img'))).toBe('refused');
    await outcomeOf(session, `new WebSocket('${server.origin.replace('http', 'ws')}/socket')`);
    await outcomeOf(session, `navigator.sendBeacon('${server.origin}/beacon')`);
    expect(server.requests).toEqual([]);
  });
});
