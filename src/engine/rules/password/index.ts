import type { Rule } from '../rule.js';
import { basicAuthInUse } from './basic-auth-in-use.js';
import { digestOverHttp } from './digest-over-http.js';
import { loginPageOverHttp } from './login-page-over-http.js';
import { passwordInCookie } from './password-in-cookie.js';
import { passwordInHeader } from './password-in-header.js';
import { passwordInUrl } from './password-in-url.js';
import { passwordOverHttp } from './password-over-http.js';

/** Every rule of this folder. */
export const PASSWORD_RULES: readonly Rule[] = [
  passwordInHeader,
  passwordInCookie,
  basicAuthInUse,
  digestOverHttp,
  passwordInUrl,
  passwordOverHttp,
  loginPageOverHttp,
];
