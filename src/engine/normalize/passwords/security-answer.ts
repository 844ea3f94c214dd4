import { regex } from '../../regex.js';

// What only one person can answer lets them in like a password, under a name that says little.

const QUESTION = regex('i')`
  (?:security|secret|challenge|recovery|verification|sicherheits|geheim|secr[eè]te?|segreta|secreta
  |segurança|seguridad)[-_ ]?(?:question|frage|pregunta|domanda|pergunta)
  |(?:question|pregunta|domanda|pergunta)[-_ ](?:secr[eè]te?|secreta|segreta|de[-_ ]s[eé]\w{3,9})
  |보안\s?질문|秘密の質問|密保问题|安全问题`;
const ANSWER = regex('i')`
  (?:^|[/[.:_-])(?:answers?|antwort|r[eé]ponse|respuesta|resposta|risposta|응답|답변|回答|答案)
  (?:[-_]?\d{1,2}|/\d{1,2})?\]?$`;
const OF_SECURITY = regex('i')`
  (?:security|secret|challenge|recovery|sicherheits|geheim)[-_ [./]{0,3}(?:question[-_ [\]./]{0,3})?
  (?:answer|antwort)`;

/** True for a text, or the name of a field, that speaks of a question to know somebody by. */
export function asksSecurityQuestion(text: string): boolean {
  return QUESTION.test(text);
}

/** True for a field for an answer; which it is says what stands beside it. */
export function isAnswer(name: string): boolean {
  return ANSWER.test(name);
}

/** True for a field that says itself that its answer is that of such a question. */
export function isSecurityAnswer(name: string): boolean {
  return OF_SECURITY.test(name);
}

/** Fields without such answers; `names` are those of all that stand beside them. */
export function withoutAnswers<T extends { pointer: string }>(
  fields: readonly T[],
  beside: readonly { pointer: string }[],
  names: Iterable<string> | undefined,
): T[] {
  const own = fields.filter(({ pointer }) => !isSecurityAnswer(pointer));
  if (!own.some(({ pointer }) => isAnswer(pointer))) return own;
  for (const name of names ?? beside.map(({ pointer }) => pointer))
    if (asksSecurityQuestion(name)) return own.filter(({ pointer }) => !isAnswer(pointer));
  return own;
}
