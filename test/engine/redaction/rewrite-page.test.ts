import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rewriteEmbedded, rewritePage } from '../../../src/engine/redaction/rewrite-page.js';
import { writings } from '../../support/redaction.js';
import { type Told, har, html, redacted } from '../../support/redacted-text.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('in pages');
const same = (text: string) => text;
const nothing = { lone: same, pair: (_: string, value: string) => value, json: same, note: same };
const of = (answered: string): Told => ({ mime: html, answered });

describe('a page', () => {
  it.each<[where: string, page: (secret: string) => string]>([
    ['a link', (s) => `<a href="/next?PHPSESSID=${s}&amp;page=2">on</a>`],
    ['a link that names it later', (s) => `<a href='/next?page=2&amp;sid=${s}'>on</a>`],
    ['the key of an app behind a link', (s) => `<a href="otpauth://totp/a?secret=${s}">app</a>`],
    ['a picture that counts', (s) => `<img src="https://pix.test/p.gif?h=${s}">`],
    ['a note', (s) => `<!-- debug: token=${s} -->`],
    ['what it shows', (s) => `<p>Your new key: <b>${s}</b></p>`],
    ['what it shows in a sentence', (s) => `<p>Keep ${s} in a safe place.</p>`],
    ['a cell', (s) => `<table><tr><td>Key</td><td>${s}</td></tr></table>`],
    ['a field to copy from', (s) => `<input type="text" readonly value="${s}">`],
    ['the state of a script', (s) => `<script>window.S={"a":[{"apiKey":"${s}"}]};f()</script>`],
    ['the state of a script, in a list', (s) => `<script>go([["t",{"token":"${s}"}]])</script>`],
  ])('has no secret in %s', (_, page) => {
    const secret = random.base62(40);
    expect(JSON.stringify(har(of(page(secret))))).toContain(secret);
    const text = redacted(of(page(secret)));
    for (const writing of writings(secret)) expect(text).not.toContain(writing);
  });

  it('has no key of an authenticator in groups', () => {
    const groups = ['e4kw', 'ot27', 'ymbd', 'vzqu'].join(' ');
    expect(redacted(of(`<code>${groups}</code>`))).not.toContain(groups);
  });

  it('does not say who it is for in the state of a script', () => {
    const state = '{"user":{"email":"ada@shop.test","name":"Ada Lovelace"}}';
    const text = redacted(of(`<script>window.__STATE__ = ${state};</script>`));
    expect(text).not.toContain('Ada Lovelace');
  });

  it.each([
    '<p>The quick brown fox jumps over the lazy dog; internationalization.</p>',
    '<a href="/list?page=2&amp;sort=name&amp;lang=en-GB#top">next</a>',
    '<code>document.getElementsByClassName</code><td>2026-01-05T09:00:00Z</td>',
    '<script>var a={"page":2,"title":"Blue chair"};if(a){b()}</script>',
    '<option value="Europe/Copenhagen">this that have been seen with them</option>',
    '<!-- the navigation begins here -->',
  ])('stays as it is: %s', (page) => {
    expect(redacted(of(page))).toBe(JSON.stringify(har(of(page))));
  });

  it('is the same to the character where nothing in it is written anew', () => {
    const piece = fc.constantFrom(
      ...'<script>|</script>|<!--|-->|<a href="|">|?a=|&b=|{"|[{"|"}|"|\\"|:1}|}|]|<style|/>'.split(
        '|',
      ),
      ' data-x="',
    );
    const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 30 })), { maxLength: 30 });
    const property = fc.property(text, (parts) => {
      const page = parts.join('');
      expect(rewritePage(page, nothing)).toBe(page);
      expect(rewriteEmbedded(page, nothing)).toBe(page);
    });
    fc.assert(property, { numRuns: 500 });
  });
});
