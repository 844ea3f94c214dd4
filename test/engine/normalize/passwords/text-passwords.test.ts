import { describe, expect, it } from 'vitest';
import { withoutTextPasswords } from '../../../../src/engine/normalize/passwords/without-passwords.js';
import { JSON_TEXTS } from '../../../support/password-texts.js';

describe('a text', () => {
  it.each([
    ['user=ada&pwd=x1', 'user=ada&pwd=***'],
    ['{"a":{"userPass":"x\\"y"},"b":"c"}', '{"a":{"userPass":"***"},"b":"c"}'],
    [
      'mutation { login(input: {email: "a", senha : "x"}) { id } }',
      'mutation { login(input: {email: "a", senha : "***"}) { id } }',
    ],
    ['mutation{in(pwd:"""a "b" c"""){id}}', 'mutation{in(pwd:"""***"""){id}}'],
    ['{\\"pwd\\":\\"x1\\",\\"a\\":\\"b\\"}', '{\\"pwd\\":\\"***\\",\\"a\\":\\"b\\"}'],
    ['{"pwd":"never ends', '{"pwd":"***'],
    ...JSON_TEXTS,
    ['mutation{in(password:{set:"x"}){id}}', 'mutation{in(password:{set:"***"}){id}}'],
    ['mutation{in(pin: 1234){id}}', 'mutation{in(pin: ***){id}}'],
    [
      'mutation($password:String!){in(p:$password)}',
      'mutation($password:String!){in(p:$password)}',
    ],
    ['{"a":"{\\"pwd\\":\\"x', '{"a":"{\\"pwd\\":\\"***'],
    [
      '<a:Password type="t">x</a:Password><b>y</b>',
      '<a:Password type="t">***</a:Password><b>y</b>',
    ],
    ['<pwd><![CDATA[x<y]]></pwd>', '<pwd><![CDATA[***]]></pwd>'],
    ['<in user="a" password="x y"/>', '<in user="a" password="***"/>'],
    ['<passport>x</passport>', '<passport>x</passport>'],
    ['failed https://a.test/?password=x', 'failed https://a.test/?password=***'],
    ['failed https://ada:x@a.test/y', 'failed https://a.test/y'],
    ['user="a", password="x", realm="y"', 'user="a", password="***", realm="y"'],
    ['{"compass":"north"}', '{"compass":"north"}'],
    ['plain words: none', 'plain words: none'],
    ['a: 1\n- password: x y\ntoken: z\n', 'a: 1\n- password: ***\ntoken: z\n'],
    ['user: a\r\npassword: x\r\n', 'user: a\r\npassword: ***\r\n'],
    ['CONNECT\nlogin:ada\npasscode:xyz\n\n\0', 'CONNECT\nlogin:ada\npasscode:***\n\n\0'],
    ['a(){\n  password: {\n b', 'a(){\n  password: {\n b'],
    ['Login clicked', 'Login clicked'],
    ['AUTH FAILED', 'AUTH FAILED'],
    ['password: *xyz*', 'password: ***'],
    ['password: |\n  a', 'password: |\n  a'],
    [`<input type="password" value="x'yz">`, '<input type="password" value="***">'],
    ['<input type="password" value="xyz">', '<input type="password" value="***">'],
    ["<input name=a value='x &amp; y' type=password>", "<input name=a value='***' type=password>"],
    ['<input type=password value=xyz>', '<input type=password value=***'],
    ['<input type="text" value="xyz">', '<input type="text" value="xyz">'],
    [
      '<methodCall><params><param><value><string>x y</string></value></param>' +
        '</params></methodCall>',
      '<methodCall><params><param><value><string>***</string></value></param></params></methodCall>',
    ],
    [
      '<methodCall><params><param><value><int>4</int></value></param></params></methodCall>',
      '<methodCall><params><param><value><int>4</int></value></param></params></methodCall>',
    ],
  ])('%s is kept as %s', (source, kept) => {
    expect(withoutTextPasswords(source)).toBe(kept);
  });
});
