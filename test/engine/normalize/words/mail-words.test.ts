import { describe, expect, it } from 'vitest';
import { readBody } from '../../../../src/engine/normalize/bodies/body.js';
import { tellsOfMessage } from '../../../../src/engine/normalize/words/mail-words.js';

describe('a sentence that sends its reader to a message', () => {
  it.each([
    'Please check your e-mail.',
    'We have sent a link to ada@box.test.',
    'Click the link in the email that we sent you',
    'Your code is on its way',
    'Bitte öffnen Sie den Link in unserer Mail.',
    'Wir haben Ihnen eine E-Mail geschickt',
    'Un courriel vous a été envoyé.',
    'Revisa tu correo',
    'Controlla la tua e-mail',
    'Enviamos um e-mail para você',
    'Er is een e-mail verzonden',
    'Vi har skickat ett mejl',
    'Sprawdź swój e-mail',
    'Мы отправили вам письмо',
    '確認メールを送信しました',
    '验证码已发送到您的邮箱',
    '인증번호를 발송했습니다',
  ])('is %s', (text) => expect(tellsOfMessage(text)).toBe(true));

  it.each([
    'Welcome back, Ada.',
    'E-mail: ada@box.test',
    'Click the link below to read on.',
    'This is your e-mail. Click the button to save it.',
    'Click the button to save it! Your e-mail: ada',
    'Guten Tag, Ihre E-Mail-Adresse ist ada@box.test',
    'Follow us. We are on the web.',
    'ようこそ',
  ])('is not %s', (text) => expect(tellsOfMessage(text)).toBe(false));
});

describe('an answer that says so', () => {
  const html = (text: string) => readBody('text/html', `<!doctype html><p>${text}</p>`);

  it('is a page or data', () => {
    expect(html('Please check your email.').mailed).toBe(true);
    const data = JSON.stringify({ message: 'We sent you an email' });
    expect(readBody('application/json', data).mailed).toBe(true);
  });

  it('is no page of somebody who may log out, and none with much on it', () => {
    expect(html('Check your email. <a href="/logout">Log out</a>').mailed).toBeUndefined();
    expect(html(`Check your email. ${'More text. '.repeat(400)}`).mailed).toBeUndefined();
  });
});
