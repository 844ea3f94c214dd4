import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { fieldsOfDwr } from '../../../../src/engine/normalize/bodies/dwr-calls.js';
import { fieldsOfGwt } from '../../../../src/engine/normalize/bodies/gwt-rpc.js';
import { fieldsOfXml } from '../../../../src/engine/normalize/bodies/xml-fields.js';

const ID = '3990745f1aea3540a0b930db766e4de7';
const STRING = 'java.lang.String/2004016611';
const escaped = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('|', '\\!');
const gwt = (method: string, ...args: string[]) => {
  const table = ['https://x.test/app/', 'ABCDEF', 'com.x.client.Desk', method, STRING, ...args];
  const types = args.map(() => 5).join('|');
  const places = args.map((_, at) => 6 + at).join('|');
  const all = table.map(escaped).join('|');
  return `7|0|${table.length}|${all}|1|2|3|4|${args.length}|${types}|${places}|`;
};
const dwr = (method: string, ...lines: string[]) =>
  `callCount=1\nc0-scriptName=Desk\nc0-methodName=${method}\nc0-id=0\n${lines.join('\n')}\nbatchId=0\n`;
const xmlRpc = (method: string, ...values: string[]) =>
  `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${values
    .map((one) => `<param><value><string>${one}</string></value></param>`)
    .join('')}</params></methodCall>`;
const soap = (inner: string) =>
  `<s:Envelope xmlns:s="x"><s:Body><m:Enter xmlns:m="y">${inner}</m:Enter></s:Body></s:Envelope>`;
const GWT_TYPE = 'text/x-gwt-rpc; charset=utf-8';
const read = (type: string, source: string) => readBody(type, source);

describe('the password of a call that says that it logs in', () => {
  it.each([
    ['GWT-RPC', GWT_TYPE, gwt('login', 'ada', 'open sesame, twice')],
    ['DWR', 'text/plain', dwr('signIn', 'c0-param0=string:ada', 'c0-param1=string:open-sesame')],
    ['XML-RPC', 'text/xml', xmlRpc('auth.login', 'ada', 'open-sesame-1234')],
    ['JSON-RPC', 'application/json', '{"method":"login","params":["ada","open-sesame"]}'],
    ['JSON-RPC', 'application/json', '{"method":"user.signIn","params":["ada","open"]}'],
    [
      'a member that a DWR call points to',
      'text/plain',
      dwr(
        'enter',
        'c0-e1=string:ada',
        'c0-e2=string:open-sesame',
        'c0-param0=Object_Object:{name:reference:c0-e1, password:reference:c0-e2}',
      ),
    ],
    ['SOAP', 'text/xml', soap('<m:user>ada</m:user><m:Password>open-sesame</m:Password>')],
    ['SOAP', 'application/soap+xml', soap('<Kennwort><![CDATA[open-sesame]]></Kennwort>')],
    [
      'a device',
      'application/xml',
      '<login><userName>ada</userName><password>open</password></login>',
    ],
    [
      'a struct of XML-RPC',
      'text/xml',
      '<methodCall><methodName>x</methodName><params><param><value><struct><member>' +
        '<name>password</name><value><string>open</string></value></member></struct></value>' +
        '</param></params></methodCall>',
    ],
  ])('of %s is known, and not kept', (_what, type, source) => {
    const body = read(type, source);
    expect(body.passwordField).toBeDefined();
    expect(JSON.stringify(body)).not.toMatch(/open/);
  });

  it.each([
    ['GWT-RPC', GWT_TYPE, gwt('find', 'ada', 'bob')],
    ['one argument', 'application/json', '{"method":"login","params":["a-token-of-some-kind"]}'],
    ['arguments of other kinds', 'application/json', '{"method":"login","params":["ada",{}]}'],
    ['another call', 'application/json', '{"method":"blog.write","params":["ada","text"]}'],
    ['a list', 'text/xml', xmlRpc('mail.find', 'ada', 'bob')],
  ])('there is none in %s', (_what, type, source) => {
    expect(read(type, source).passwordField).toBeUndefined();
  });
});

describe('what may be an id', () => {
  const values = (type: string, source: string) => read(type, source).fields.map((f) => f.value);

  it.each([
    [GWT_TYPE, gwt('list', ID, '2026-11-20')],
    ['application/json', `//OK[3,2,1,["com.x.shared.Person/1021","ada","${ID}"],0,7]`],
    ['text/plain', dwr('list', `c0-param0=string:${ID}`, 'c0-param1=number:3')],
    ['text/javascript', `//#DWR-REPLY\ndwr.engine.remote.handleCallback("0","0","${ID}");`],
    ['text/xml', soap(`<Ticket>${ID}</Ticket><Name>Ada</Name>`)],
  ])('is kept of %s: %s', (type, source) => expect(values(type, source)).toEqual([ID]));

  it('is no broken JSON where it is an answer of GWT', () => {
    expect(read('application/json', `//OK[["${ID}"],0,7]`).diagnosis).toBeUndefined();
  });
});

describe('an answer that turns somebody away', () => {
  it.each([
    ['application/json', '//EX[2,1,["com.x.shared.NotLoggedInException/39","x"],0,7]'],
    ['text/javascript', 'dwr.engine._remoteHandleException("0","0",{message:"not logged in"});'],
    ['text/xml', '<s:Fault><faultstring>Access denied</faultstring></s:Fault>'],
    ['application/json', '{"errors":[{"extensions":{"code":"UNAUTHENTICATED"}}]}'],
  ])('%s: %s', (type, source) => {
    expect(read(type, source)).toMatchObject({ refusal: true, denied: true });
  });

  it('says so, and not only that something went wrong', () => {
    const wrong = read('text/xml', '<s:Fault><faultstring>no such valve</faultstring></s:Fault>');
    expect(wrong).toMatchObject({ refusal: true });
    expect(wrong.denied).toBeUndefined();
    expect(read('application/json', '{"note":"access denied"}').denied).toBeUndefined();
  });
});

describe('whatever is read', () => {
  const word = fc.string({ minLength: 1, maxLength: 24 }).filter((one) => !/\/\d+$/.test(one));

  it('GWT-RPC gives back the arguments that were written', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (args) => {
        expect(fieldsOfGwt(gwt('go', ...args))?.map(({ value }) => value)).toEqual(args);
      }),
    );
  });

  it('DWR gives back the arguments that were written', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (args) => {
        const lines = args.map((one, at) => `c0-param${at}=string:${encodeURIComponent(one)}`);
        expect(fieldsOfDwr(dwr('go', ...lines))?.map(({ value }) => value)).toEqual(args);
      }),
    );
  });

  it('XML gives back the texts of its elements', () => {
    const text = fc.string({ maxLength: 24 }).filter((one) => !/[<>&\]]/.test(one));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const source = `<a><c/>${texts.map((one) => `<b x="1">${one}</b>`).join('')}</a>`;
        expect(fieldsOfXml(source).map(({ value }) => value)).toEqual(texts.map((t) => t.trim()));
      }),
    );
  });

  it('never throws', () => {
    const starts = fc.constantFrom(
      '7|0|4|',
      '//OK[',
      '//EX[',
      'callCount=1\n',
      '<a',
      '<a><![CDATA[',
    );
    fc.assert(
      fc.property(starts, fc.string({ unit: 'binary', maxLength: 200 }), (start, rest) => {
        for (const type of ['text/plain', 'application/json', 'text/xml', 'text/javascript'])
          expect(read(type, start + rest).bytes).toBe(start.length + rest.length);
      }),
    );
  });
});
