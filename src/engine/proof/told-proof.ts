import type { Text, Told } from '../text.js';
import { text } from '../text.js';
import { tellList, tellName, tellPath, tellWord } from '../values/telling/redact.js';
import type { Asked, Finished, SubjectVerdict } from './finished.js';
import type { ProofVerdict } from './proof.js';
import type { Subject } from './proposal.js';
import type { Seen } from './seen.js';
import { tellTrouble, type Trouble } from './trouble.js';

// What came of a proof, in words.

/** Names in one sentence; of more, how many there are. */
const NAMED = 4;

/** Why a credential got its verdict. */
export function tellVerdict(one: SubjectVerdict, course: Finished): Text {
  return tellNeed(one) ?? tellCompared(one, course);
}

/** Why it is needed, where that follows from more than what was answered without it. */
function tellNeed({ subject, others, isShown, ends }: SubjectVerdict): Text | undefined {
  if (isShown)
    return text(
      'proof_needed_shown',
      'It is needed together with {names}, which it came with: without it the server still ' +
        'answers as to its user, but leaves out what it showed each time.',
      { names: namesOf(others) },
    );
  if (subject.isNeeded)
    return text(
      'proof_needed_before',
      'It is needed: in a proof before, the server ended the login when it alone was missing. ' +
        'This time it was left in.',
    );
  if (ends)
    return text(
      'proof_needed_ends',
      'It is needed: when it alone was missing, the server ended the login.',
    );
  return undefined;
}

/** What the answers with it and without it say. */
function tellCompared(one: SubjectVerdict, course: Finished): Text {
  const { subject, verdict, others, trouble } = one;
  const answer = tellAnswer(answerWithout(subject, course));
  const names = namesOf(others);
  switch (verdict) {
    case 'needed':
      return text(
        'proof_needed',
        'Without it the request is answered otherwise ({answer}); nothing else can stand in ' +
          'for it.',
        { answer },
      );
    case 'needed-together':
      return text(
        'proof_needed_together',
        'It is needed together with {names}: without either one the request is answered ' +
          'otherwise ({answer}).',
        { names, answer },
      );
    case 'either':
      return tellEither(names);
    case 'not-needed':
      return text('proof_not_needed', 'The request is answered as before without it.');
    case 'survived':
      return text(
        'proof_survived',
        'Put back after the logout, it got the answer of its user; without it the answer is ' +
          '{answer}.',
        { answer },
      );
    case 'ended':
      return tellEnded(course);
    case 'cannot-tell':
      return tellTrouble(trouble ?? 'not-asked');
  }
}

function tellEither(names: ReturnType<typeof namesOf>): Text {
  return text(
    'proof_either',
    'It can stand in for {names}, or they for it: the request is answered as before while ' +
      'one of them is there.',
    { names },
  );
}

function tellEnded({ asked }: Finished): Text {
  return text(
    'proof_ended',
    'Put back after the logout, it did not get the answer of its user any more ({answer}).',
    { answer: tellAnswer(asked.find(({ wanted }) => wanted.step === 'put-back')) },
  );
}

/** What the proof came to as a whole. */
export function sentenceOf(verdicts: readonly SubjectVerdict[], course: Finished): Text {
  const { ending } = course;
  const of = (...which: ProofVerdict[]) =>
    verdicts.filter(({ verdict }) => which.includes(verdict)).map(({ subject }) => subject);
  const [survived, ended] = [of('survived'), of('ended')];
  if (survived.length > 0)
    return text('proof_sentence_survived', 'The logout did not end {names}.', {
      names: namesOf(survived),
    });
  if (ended.length > 0)
    return text('proof_sentence_ended', 'The logout ended {names}.', { names: namesOf(ended) });
  const needed = of('needed', 'needed-together');
  if (course.ended && needed.length > 0)
    return endedSentence(namesOf(needed), course.ended.isWhole);
  return (
    guestSentence([...needed, ...of('either')], course) ??
    loginSentence(needed, of('either')) ??
    (ending === 'sets' || ending === 'ended'
      ? text(
          'proof_sentence_unknown',
          'What logs in here is none of the credentials that are followed.',
        )
      : tellTrouble(ending satisfies Trouble))
  );
}

/** The login is over: whoever reads it has to log in again. */
function endedSentence(names: Told, isWhole: boolean): Text {
  if (isWhole)
    return text(
      'proof_sentence_ended_whole',
      '{names}: these alone log you in. The server ended the login when a part was ' +
        'missing: log in again.',
      { names },
    );
  return text(
    'proof_sentence_ended_part',
    '{names}: needed to be logged in, perhaps with others. The server ended the login when a ' +
      'part was missing: log in again.',
    { names },
  );
}

/** A server that answers everybody well may know guests again, too. */
function guestSentence(known: readonly Subject[], { proposal, asked }: Finished): Text | undefined {
  const nobody = asked.find(({ wanted }) => wanted.step === 'nothing')?.seen;
  if (known.length === 0 || !proposal.noLoginSeen || nobody?.standing !== 'well') return undefined;
  return text(
    'proof_sentence_guest',
    'The server knows you again by {names}. No login was seen in this visit: you may be ' +
      'a guest there.',
    { names: namesOf(known) },
  );
}

function loginSentence(needed: readonly Subject[], either: readonly Subject[]): Text | undefined {
  const [names, others] = [namesOf(needed), namesOf(either)];
  if (needed.length > 0 && either.length > 0)
    return text('proof_sentence_mixed', '{names} with one of {others} logs you in.', {
      names,
      others,
    });
  if (either.length > 0)
    return text('proof_sentence_either', 'Either one of {names} logs you in.', { names: others });
  if (needed.length > 0 && needed.every(({ isKey }) => isKey))
    return text(
      'proof_sentence_key',
      '{names}: asked for, and a key. Whether it is yours or that of the program, a proof cannot ' +
        'tell.',
      { names },
    );
  if (needed.length > 1)
    return text('proof_sentence_together', '{names} log you in together.', { names });
  return needed.length === 1
    ? text('proof_sentence_alone', '{names} logs you in, alone.', { names })
    : undefined;
}

/** Each name once: cookies and tokens of one name are told as one. */
function namesOf(subjects: readonly Subject[]): Told {
  const names = [...new Set(subjects.map(({ name }) => name))];
  return tellList(
    names.map((name) => tellName(name, 40)),
    NAMED,
  );
}

/** The answer to a request that had everything else, as nearly as one was sent, and not this. */
function answerWithout({ id }: Subject, { asked, comparison }: Finished): Asked | undefined {
  return asked
    .filter(({ wanted, seen }) => !wanted.kept.has(id) && comparison.judge(seen) !== 'yes')
    .sort((a, b) => b.wanted.kept.size - a.wanted.kept.size)[0];
}

/** `302, /login`: the status, and where it leads. */
function tellAnswer(asked: { readonly seen: Seen } | undefined): Told {
  if (!asked) return tellList([]);
  const { answer, location } = asked.seen;
  const status = tellWord(String(answer.status));
  return tellList(location === undefined ? [status] : [status, tellPath(location)]);
}
