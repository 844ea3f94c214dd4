import type { Body, Exchange } from '../model.js';

// What a request asks for by name: its body may say so, and in some protocols a header.

/** SOAP 1.1 §6.1.1; AWS's JSON protocol: `AWSCognitoIdentityProviderService.InitiateAuth`. */
const ACT_HEADER = /^(?:soapaction|x-amz-target)$/;
const LONGEST = 256;
/**
 * What answers a user pool (Amazon Cognito) that asks for a password or a code, and what ends its
 * login.
 */
const ANSWERS = /^RespondToAuthChallenge$/;
const ENDS = /^(?:GlobalSignOut|RevokeToken)$/;

/** The words of a body's own name for what is asked. */
export function actsOf(body: Body | undefined): string[] {
  return (body?.action ?? '').split(' ');
}

/** The same of a request, with what its headers say. */
export function namedActs({ request }: Exchange): string[] {
  const told = request.headers
    .filter(({ name }) => ACT_HEADER.test(name))
    .map(({ value }) => actIn(value.slice(0, LONGEST)));
  return [...actsOf(request.body), ...told];
}

/** The last word of what may be an address in quotes. */
function actIn(value: string): string {
  const word = value.replaceAll('"', '').replace(/^.*[.#/:]/, '');
  if (ANSWERS.test(word)) return 'login';
  return ENDS.test(word) ? 'logout' : word;
}
