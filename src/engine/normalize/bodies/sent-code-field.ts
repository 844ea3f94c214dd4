import { regex } from '../../regex.js';
import type { Body } from '../../model.js';
import { isSentCodeName } from '../words/code-names.js';

// A code of a few digits that somebody was sent, or reads off another device, wherever it goes.

/** What stands under a name in a form or in data. */
export type Member = readonly [name: string, value: unknown];

/** What fields for one are called, in words joined by `_`. */
const NAMED = regex()`
  ^(?:[a-z]+_){0,2}(?:otp|totp|2fa|mfa)(?:_(?:code|token|value|input|pin|answer))?$
  |^(?:[a-z]+_){0,2}(?:verif\w*|auth(?:entication|enticator)?|one_?time|sms|e?mail|log_?in|sign_?in
  |confirm\w*|magic)_?(?:code|pin)$
  |^pass_?code$`;
/** Towns, vouchers and countries have one as well. */
const PERHAPS = /^(?:[a-z]+_)?code$/;
const NO_CODE = regex()`
  captcha|coupon|voucher|promo|gift|country|zip|post|area|dial|lang|currency|status|error|product
  |invite|referr|discount|image|img|region|bank|sort|store|room|class`;
/** Whoever pays has a code on a card. */
const OF_PAYMENT = /(?:^|_)(?:card|cvv|cvc|iban|expir\w*|amount|payment)(?:_|$)/;
const DIGITS = /^\d{4,8}$|^\d{3}[ -]\d{3}$/;

/** What may be such a code among what a request brings; names as {@link Member} has them. */
export function codeAmong(members: readonly Member[]): Body['sentCode'] {
  if (members.some(([name]) => OF_PAYMENT.test(name))) return undefined;
  const codes = members.flatMap(([name, value]) => {
    const isOne = DIGITS.test(String(value)) && !NO_CODE.test(name);
    return isOne ? [name] : [];
  });
  if (codes.some((name) => NAMED.test(name) || isSentCodeName(name))) return 'named';
  return codes.some((name) => PERHAPS.test(name)) ? 'perhaps' : undefined;
}
