import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { xmlSaysNo } from '../../../../src/engine/normalize/bodies/xml-outcome.js';

const saysNo = (source: string, mime = 'text/xml') => readBody(mime, source).refusal === true;

describe('an answer in XML that says that it did not work', () => {
  it.each([
    '<QDocRoot version="1.0"><authPassed><![CDATA[0]]></authPassed></QDocRoot>',
    '<?xml version="1.0"?><Q><authPassed>1</authPassed><errorValue>-1</errorValue></Q>',
    '<rsp stat="fail"><err code="98" msg="x"/></rsp>',
    "<subsonic-response status='failed' version='1.16'/>",
    '<error>\n  <code>108006</code><message></message></error>',
    '<response><result>FAIL</result></response>',
    '<soap:Envelope><soap:Body><LoginResponse><LoginResult>FAILED</LoginResult></LoginResponse>' +
      '</soap:Body></soap:Envelope>',
    '<SessionInfo><SID>0000000000000000</SID><BlockTime>2</BlockTime></SessionInfo>',
    '<reply><message>Invalid user name or password</message></reply>',
  ])('is told as one: %s', (source) => {
    expect(saysNo(source)).toBe(true);
    expect(saysNo(source, 'application/xml')).toBe(true);
  });

  it.each([
    '<QDocRoot version="1.0"><authPassed><![CDATA[1]]></authPassed><errorValue>0</errorValue></QDocRoot>',
    '<rsp stat="ok"><user id="7"/></rsp>',
    '<response><error>0</error><code>200</code></response>',
    '<LoginResponse><LoginResult>OK</LoginResult><Challenge>x8</Challenge></LoginResponse>',
    '<SessionInfo><SID>9c977765016899f8</SID><BlockTime>0</BlockTime></SessionInfo>',
    '<d:multistatus><d:status>HTTP/1.1 404 Not Found</d:status></d:multistatus>',
    '<list><item>error</item></list>',
    '',
  ])('is not told of another: %s', (source) => {
    expect(saysNo(source)).toBe(false);
  });

  it('is looked for where the text itself says that it is XML, and nowhere else', () => {
    expect(saysNo('<?xml version="1.0"?><r><result>FAIL</result></r>', 'text/plain')).toBe(true);
    expect(saysNo('<r><result>FAIL</result></r>', 'text/css')).toBe(false);
  });

  it('is asked of any text, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(typeof xmlSaysNo('text/xml', `<a ${text}`)).toBe('boolean');
      }),
    );
  });
});
