import type { Finished, SubjectVerdict } from './finished.js';
import type { Ended, Sufficient } from './minimal-sets.js';
import type { Proof, ProofOutcome, ProofVerdict } from './proof.js';
import type { Subject } from './proposal.js';
import { sentenceOf, tellVerdict } from './told-proof.js';

/** These take part in the answer. */
const DECIDES: ReadonlySet<ProofVerdict> = new Set<ProofVerdict>([
  'needed',
  'needed-together',
  'either',
  'survived',
]);

/** The record of a course: verdicts, and prints of the answers. */
export function proofOf(course: Finished): Proof {
  const { proposal, at, subjects, asked, comparison } = course;
  const { question, site, request } = proposal;
  const beside = subjects.filter((one) => !proposal.subjects.includes(one));
  const verdicts = [...proposal.subjects, ...beside].flatMap(
    (subject) => verdictOf(subject, course) ?? [],
  );
  const identitiesOf = (kept: ReadonlySet<string>) =>
    subjects.filter(({ id }) => !kept.has(id)).flatMap(({ identities }) => identities);
  return {
    kind: 'proof',
    at,
    question,
    site,
    request,
    sent: asked.length,
    probes: asked.map(({ wanted: { step, kept }, seen }) => ({
      step,
      withheld: [...new Set(identitiesOf(kept))],
      answer: comparison.print(seen),
    })),
    outcomes: verdicts.flatMap((one) => outcomesOf(one, course)),
    ...unfollowedIn(verdicts),
    sentence: sentenceOf(verdicts, course),
  };
}

/** What takes part in the answer, and is no credential that is followed. */
function unfollowedIn(verdicts: readonly SubjectVerdict[]): Pick<Proof, 'unfollowed'> {
  const unfollowed = verdicts
    .filter(({ subject, verdict }) => subject.credentialIds.length === 0 && DECIDES.has(verdict))
    .flatMap(({ subject, verdict }) => subject.places.map((place) => ({ ...place, verdict })));
  return unfollowed.length > 0 ? { unfollowed } : {};
}

function verdictOf(subject: Subject, course: Finished): SubjectVerdict | undefined {
  const { proposal, subjects, ending, found } = course;
  const none = { subject, others: [] };
  const isLikely = subject.part === 'likely';
  if (!subjects.includes(subject)) return { ...none, verdict: 'cannot-tell', trouble: 'not-sent' };
  if (ending === 'ended') {
    const isExpired = subject.expiresAt !== undefined && subject.expiresAt <= course.at;
    if (!isLikely) return undefined;
    return isExpired
      ? { ...none, verdict: 'cannot-tell', trouble: 'expired' }
      : { ...none, verdict: 'ended' };
  }
  if (ending === 'changed' && course.ended) return whenEnded(subject, course.ended, subjects);
  if (ending !== 'sets' && (ending !== 'budget' || !found))
    return { ...none, verdict: 'cannot-tell', trouble: ending };
  if (subject.isNeeded) return { ...none, verdict: 'needed', ends: true };
  if (subject.part === 'guard') return { ...none, verdict: 'cannot-tell', trouble: 'guard' };
  const told = found && searched(subject, found, subjects);
  if (!told) return { ...none, verdict: 'cannot-tell', trouble: 'not-asked' };
  if (told.verdict === 'not-needed' && course.shown?.has(subject.id))
    return forWhatIsShown(subject, course);
  if (told.verdict === 'not-needed' && course.partly?.has(subject.id))
    return { ...none, verdict: 'cannot-tell', trouble: 'partly' };
  if (proposal.question === 'authenticates') return told;
  const isIn = told.verdict !== 'not-needed';
  if (!isIn && !isLikely) return undefined;
  return isIn && told.verdict !== 'cannot-tell' ? { ...told, verdict: 'survived' } : told;
}

/** What is known of a subject where a question ended the login. */
function whenEnded(
  subject: Subject,
  { without, essential, isWhole }: Ended,
  subjects: readonly Subject[],
): SubjectVerdict {
  const { id } = subject;
  if (essential.has(id)) {
    const others = subjects.filter((one) => one.id !== id && essential.has(one.id));
    const ends = without.length === 1 && without[0] === id;
    return { subject, verdict: others.length > 0 ? 'needed-together' : 'needed', others, ends };
  }
  if (subject.isNeeded) return { subject, verdict: 'needed', others: [], ends: true };
  if (isWhole && subject.part !== 'guard') return { subject, verdict: 'not-needed', others: [] };
  const trouble = without.includes(id) ? 'ended-with-others' : 'ended-before';
  return { subject, verdict: 'cannot-tell', others: [], trouble };
}

/** Needed beside what is needed for being known. */
function forWhatIsShown(subject: Subject, { found, subjects }: Finished): SubjectVerdict {
  const others = subjects.filter(({ id }) => found?.essential.has(id));
  return { subject, verdict: 'needed-together', others, isShown: true };
}

/** What the sets that suffice say of a subject. */
function searched(
  subject: Subject,
  { sets, essential, whole }: Sufficient,
  subjects: readonly Subject[],
): SubjectVerdict {
  const { id } = subject;
  const named = (ids: readonly string[]) =>
    subjects.filter((one) => one.id !== id && ids.includes(one.id));
  const own = sets.find((set) => set.includes(id));
  if (!own && whole) return { subject, verdict: 'not-needed', others: [] };
  if (own && essential.has(id)) {
    const others = named(own.filter((one) => essential.has(one)));
    return { subject, verdict: others.length > 0 ? 'needed-together' : 'needed', others };
  }
  // Some set does without it.
  if (own && sets.some((set) => !set.includes(id))) {
    const others = named(sets.flat().filter((one) => !essential.has(one)));
    return { subject, verdict: 'either', others };
  }
  return { subject, verdict: 'cannot-tell', others: [], trouble: 'budget' };
}

function outcomesOf(one: SubjectVerdict, course: Finished): ProofOutcome[] {
  const { subject, verdict, others, ends } = one;
  const why = tellVerdict(one, course);
  return subject.credentialIds.map((credentialId, at) => ({
    credentialId,
    identity: subject.identities[at] ?? '',
    verdict,
    others: others.flatMap((other) =>
      other.credentialIds.map((id, index) => ({
        credentialId: id,
        identity: other.identities[index] ?? '',
      })),
    ),
    why,
    ...(ends && { ends }),
  }));
}
