import { describe, expect, it } from 'vitest';
import { candidatesInUrl } from '../../../src/engine/places/in-url.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('signed-url');
const sig = random.base62(43);
const hex = random.bytes(32).toString('hex');
const found = (url: string) => candidatesInUrl(url, 'sent').map(({ locator }) => locator);

describe('the signature of an address', () => {
  it.each([
    `https://vod.test/a/master.m3u8?token=${sig}&expires=1795681881`,
    `https://vod.test/a/0.mp3?token=${sig}&e=1795681881`,
    `https://cdn.test/p.jpg?auth_key=${sig}&exp=1795681881`,
    `https://d.test/v?Policy=${sig}&Signature=${hex}&Key-Pair-Id=K2JCJMDEHXQW5F`,
    `https://b.s3.test/f?X-Amz-Credential=${sig}&X-Amz-Signature=${hex}`,
    `https://g.test/f?X-Goog-Signature=${hex}&X-Goog-Credential=${sig}`,
    `https://a.test/f?sv=2024-11-04&se=2026-12-01&sr=b&sp=r&sig=${sig}`,
    `https://k.test/f?hdnts=exp=1795681881~acl=/*~hmac=${hex}`,
  ])('is no credential: %s', (url) => {
    expect(found(url)).toEqual([]);
  });

  it.each<[string, string]>([
    [`https://shop.test/reset?token=${sig}&expires=1795681881`, 'token'],
    [`https://shop.test/a.mp3?token=${sig}`, 'token'],
    [`https://shop.test/a.mp3?token=${sig}&expires=never`, 'token'],
    [`https://shop.test/v.m3u8?access_token=${sig}&expires=1795681881`, 'access_token'],
    [`https://b.s3.test/f?X-Amz-Signature=${hex}&access_token=${sig}`, 'access_token'],
  ])('leaves others what they are: %s', (url, name) => {
    expect(found(url)).toEqual([name]);
  });
});
