import { expect, it } from 'vitest';
import { encodedAddress, internalHostIn } from '../../../../src/engine/values/ids/affinity.js';

// The examples of F5 K6917, and the layout of NetScaler's cookie.
it.each([
  ['1677787402.36895.0000', '10.1.1.100:8080'],
  ['rd5o00000000000000000000ffffc0000201o80', '192.0.2.1:80'],
  ['vi20010112000000000000000000000030.20480', '[2001:112:0:0:0:0:0:30]:80'],
  ['rd3o20010112000000000000000000000030o80', '[2001:112:0:0:0:0:0:30]:80'],
  ['ffffffff09091f1445525d5f4f58455e445a4a423660', '10.1.1.5:80'],
])('decodes %s', (value, address) => {
  expect(encodedAddress(value)).toBe(address);
});

it.each([
  '!uPzVbJ0Fq0lXm3pQ2Z9x1cQ4k2b7v8n5m6s=',
  '1677787402.36895',
  '16.36895.0000',
  '1763374812.123456.0000',
  'ffffffff09091f1400000000000000000000000000003660',
])('decodes nothing of %s', (value) => {
  expect(encodedAddress(value)).toBeUndefined();
});

it.each([
  ['10.1.2.3', '10.1.2.3'],
  ['app|192.168.7.9:8080|x', '192.168.7.9:8080'],
  ['172.31.0.4', '172.31.0.4'],
  ['[fd00:12:0:0:0:0:0:30]:80', '[fd00:12:0:0:0:0:0:30]:80'],
  ['web-03.shop.internal', 'web-03.shop.internal'],
  ['ip-10-0-3-12', 'ip-10-0-3-12'],
  ['MTAuMS4yLjM6ODA4MA==', '10.1.2.3:8080'],
  ['10.1.2.3%3A8080', '10.1.2.3:8080'],
])('finds an internal host in %s', (value, host) => {
  expect(internalHostIn(value)).toBe(host);
});

it.each(['203.0.113.7', '172.32.0.1', '1.10.1.2.3', 'web01', 'shop.example', '9.10.1.2.3.4', ''])(
  'finds none in %s',
  (value) => {
    expect(internalHostIn(value)).toBeUndefined();
  },
);
