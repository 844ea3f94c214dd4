/** What of a cookie a framework's setting decides. */
export type Aspect = 'secure' | 'httpOnly' | 'sameSite' | 'end' | 'domain' | 'path' | 'name';

/** A framework or product whose session cookie can be told, and where its attributes are set. */
export interface Framework {
  readonly name: string;
  /** Names that it documents as its own. */
  readonly cookie?: RegExp;
  /** The form that it gives to what it signs (`values/signatures/signed.ts`). */
  readonly signer?: string;
  /**
   * The setting for each aspect, as it stands in its configuration or code; `app` stands for a
   * name.
   */
  readonly settings: Readonly<Partial<Record<Aspect, string>>>;
  readonly docs: string;
}
