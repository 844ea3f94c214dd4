/** One parameter of an authorization request (RFC 6749 §4.1.1). */
export interface RequestParameter {
  readonly name: string;
  readonly value: string;
  /** `value` says what belongs there: it is made anew for every request. */
  readonly made?: true;
}

/** An authorization request, as far as its rules change it: its parameters in their order. */
export type RequestDraft = readonly RequestParameter[];

/** The request with this value under that name, in its place where it had one. */
export function withValue(draft: RequestDraft, name: string, value: string): RequestDraft {
  return replaced(draft, { name, value });
}

/** The same with a value that is made for each request: `random`, `the hash of …`. */
export function withMade(draft: RequestDraft, name: string, what: string): RequestDraft {
  return replaced(draft, { name, value: `<${what}>`, made: true });
}

/** With a challenge that is hashed (RFC 7636 §4.2). */
export function withPkce(draft: RequestDraft): RequestDraft {
  const challenged = withMade(draft, 'code_challenge', 'BASE64URL(SHA256(code_verifier))');
  return withValue(challenged, 'code_challenge_method', 'S256');
}

/** Without these. */
export function without(draft: RequestDraft, ...names: readonly string[]): RequestDraft {
  return draft.filter(({ name }) => !names.includes(name));
}

/** The value of one, as it was or is to be. */
export function valueIn(draft: RequestDraft, wanted: string): string | undefined {
  return draft.find(({ name }) => name === wanted)?.value;
}

function replaced(draft: RequestDraft, next: RequestParameter): RequestDraft {
  const at = draft.findIndex(({ name }) => name === next.name);
  return at < 0 ? [...draft, next] : draft.toSpliced(at, 1, next);
}
