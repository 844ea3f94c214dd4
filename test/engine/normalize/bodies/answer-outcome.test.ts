import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';

const refuses = (type: string, answer: string) => readBody(type, answer).refusal === true;
const page = (html: string) => refuses('text/html; charset=utf-8', html);

describe('an answer that is called a page, and is none', () => {
  it.each([
    'error',
    'userpwd_error',
    'NG',
    '{"ret":"failed"}',
    '{ "errno": -179, "description": "Authority is forbidden" }',
    'Too many login attempts. Try again in 5 minutes.',
  ])('turns down: %s', (answer) => expect(page(answer)).toBe(true));

  it.each(['ok', 'no_error', '{"ret":"ok"}', '{"errno":0}', 'Welcome back, Ada.', '1'])(
    'does not: %s',
    (answer) => expect(page(answer)).toBe(false),
  );
});

describe('a page whose script says it in a box', () => {
  it.each([
    '<script>alert("Invalid Username or Password");self.location="/";</script>',
    "<html><script type='text/javascript'>\nalert('用户名或密码错误！');history.back();</script></html>",
    '<script>window.alert("\\u5bc6\\u7801\\u9519\\u8bef");</script>',
    "<script>layer.msg('Wrong password', {icon: 2});</script>",
    "<script>Swal.fire({title: 'Login failed'})</script>",
    "<script>alert('ユーザー名またはパスワードが正しくありません。');history.back();</script>",
  ])('turns down: %s', (html) => expect(page(html)).toBe(true));

  it.each([
    '<script>alert("Welcome back, Ada");location="/home"</script>',
    '<script>function check() { alert("Wrong password") }</script><h1>Hello Ada</h1>',
    '<script>onSubmit = () => alert("Wrong password")</script><h1>Hello Ada</h1>',
    '<script>alert("Wrong password")</script><a href="/logout">Log out</a>',
  ])('does not: %s', (html) => expect(page(html)).toBe(false));
});

describe('parts of a page that take the place of others', () => {
  const wicket = (text: string) =>
    `<?xml version="1.0"?><ajax-response><component id="f"><![CDATA[<span>${text}</span>]]>` +
    '</component></ajax-response>';
  const faces = (text: string) =>
    `<?xml version='1.0'?><partial-response id="j"><changes><update id="m"><![CDATA[<li>${text}` +
    '</li>]]></update></changes></partial-response>';
  it.each([wicket, faces])('turn down by a sentence', (make) => {
    expect(refuses('text/xml', make('Wrong username or password'))).toBe(true);
    expect(refuses('text/xml', make('Your orders'))).toBe(false);
  });
});

describe('members and numbers by which services say it', () => {
  it.each([
    { strResult: 'FAIL', msg: '' },
    { rtnCd: 'N' },
    { authResult: '5', status: 'ok' },
    [-9],
    { hasError: false, code: 100005, msg: 'Email or password error.', components: { api: null } },
    { durum: 'ok', mesaj: 'Şifre hatalı' },
    { messaggio: 'Il tentativo di accesso non è riuscito' },
  ])('%j turns down', (json) =>
    expect(refuses('application/json', JSON.stringify(json))).toBe(true),
  );

  it.each([
    { strResult: 'SUCC', msg: '' },
    { rtnCd: 'Y' },
    { authResult: 0, forwardUrl: '/home' },
    [-9, { files: [] }],
    [7],
    { code: 0, msg: 'No errors', data: { name: 'Ada' } },
  ])('%j does not', (json) =>
    expect(refuses('application/json', JSON.stringify(json))).toBe(false),
  );
});

describe('JSON behind what keeps it from running as a script', () => {
  const NO = '{"success":false}';
  it.each([
    `for(;;);[{"error":{"code":1}}]`,
    `)]}',\n${NO}`,
    `while(true);${NO}`,
    `while(1);${NO}`,
  ])('turns down: %s', (answer) => expect(refuses('application/json', answer)).toBe(true));

  it.each([`)]}',\n{"success":true}`, 'for(;;);[{"changes":[]}]'])('does not: %s', (answer) =>
    expect(refuses('application/json', answer)).toBe(false),
  );
});

describe('a value that is all of an answer', () => {
  const read = (answer: string) => readBody('application/json', answer);

  it.each(['null', ' [] ', '[\n]'])('names nobody: %s', (answer) =>
    expect(read(answer)).toMatchObject({ namesNobody: true }),
  );

  it.each(['{}', '[1]', '0', 'true', '"null"', ''])('may say anything: %s', (answer) =>
    expect(read(answer)).not.toHaveProperty('namesNobody'),
  );

  it.each(['null', '0', 'true', ' -1.5e3 ', ''])('is JSON (RFC 8259 §2): %s', (answer) =>
    expect(read(answer)).not.toHaveProperty('diagnosis'),
  );

  it.each(['nil', '01x', 'OK'])('is none: %s', (answer) =>
    expect(read(answer)).toHaveProperty('diagnosis'),
  );
});
