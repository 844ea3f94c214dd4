import type { Credential, Role } from '../model.js';
import { type Text, text } from '../text.js';

/** One piece of evidence for one role. `weight` is how sure it alone would make us, 0 to 1. */
export interface Cue {
  role: Role;
  weight: number;
  text: Text;
}

const NOTHING = text('evidence_nothing', 'nothing seen so far points to a role');

/** True where nothing points to a role. */
export function isUnknown({ evidence }: Pick<Credential, 'evidence'>): boolean {
  return evidence[0]?.key === NOTHING.key;
}

/** Cues below this together say nothing. */
const THRESHOLD = 0.3;

/**
 * Weighs cues as independent witnesses: a role's belief is 1 − Π(1 − weight). The best role wins;
 * a strong rival lowers the confidence.
 */
export function weigh(cues: readonly Cue[]): Pick<Credential, 'role' | 'confidence' | 'evidence'> {
  const doubt = new Map<Role, number>();
  for (const { role, weight } of cues) doubt.set(role, (doubt.get(role) ?? 1) * (1 - weight));
  const ranked = [...doubt]
    .map(([role, d]) => ({ role, belief: 1 - d }))
    .sort((a, b) => b.belief - a.belief);
  const [best, rival] = ranked;
  if (!best || best.belief < THRESHOLD) {
    return {
      role: 'other',
      confidence: 0.5,
      evidence: [NOTHING],
    };
  }
  const confidence = best.belief * (1 - (rival?.belief ?? 0) / 4);
  const evidence = cues
    .filter((cue) => cue.role === best.role)
    .sort((a, b) => b.weight - a.weight)
    .map((cue) => cue.text);
  return { role: best.role, confidence: Math.round(confidence * 100) / 100, evidence };
}
